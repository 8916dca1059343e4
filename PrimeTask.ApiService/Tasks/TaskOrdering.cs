using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Tasks.Order;

namespace PrimeTask.ApiService.Tasks;

/// <summary>Which tasks by when they are due: those with a time, and the all-day ones.</summary>
internal sealed record DueParts(Func<IQueryable<TaskItem>, IQueryable<TaskItem>> Timed, Func<IQueryable<TaskItem>, IQueryable<TaskItem>> AllDay);

/// <summary>An order of tasks: a column, then the id. Each has an index.</summary>
internal abstract class TaskOrdering
{
    public const string Default = "-created_at";

    // Columns that Postgres keeps for sorting alone.
    public const string PriorityRank = "PriorityRank";
    public const string StatusRank = "StatusRank";

    private const string ByDue = "due_date";
    private const string ByDueDescending = $"-{ByDue}";

    private static readonly Dictionary<string, TaskOrdering> _byName = new()
    {
        ["created_at"] = Time(task => task.CreatedAt, task => task.CreatedAt),
        ["-created_at"] = Time(task => task.CreatedAt, task => task.CreatedAt, descending: true),
        ["updated_at"] = Time(task => task.UpdatedAt, task => task.UpdatedAt),
        ["-updated_at"] = Time(task => task.UpdatedAt, task => task.UpdatedAt, descending: true),
        [ByDue] = new ByDueDate(ZoneDays.Utc, null, descending: false),
        [ByDueDescending] = new ByDueDate(ZoneDays.Utc, null, descending: true),
        ["priority"] = Rank(PriorityRank, task => (short)task.Priority),
        ["-priority"] = Rank(PriorityRank, task => (short)task.Priority, descending: true),
        ["status"] = Rank(StatusRank, task => (short)task.Status),
        ["-status"] = Rank(StatusRank, task => (short)task.Status, descending: true),
        ["title"] = new By<string>(task => task.Title, task => task.Title, ReadText, descending: false),
        ["-title"] = new By<string>(task => task.Title, task => task.Title, ReadText, descending: true),
        // Of this expression there are indexes.
        ["position"] = new By<decimal>(task => task.Position ?? task.Id, task => task.Position, HandOrder.TryRead, descending: false),
        ["-position"] = new By<decimal>(task => task.Position ?? task.Id, task => task.Position, HandOrder.TryRead, descending: true),
        ["id"] = new By<long>(task => task.Id, task => Write(task.Id), ReadNumber, descending: false),
        ["-id"] = new By<long>(task => task.Id, task => Write(task.Id), ReadNumber, descending: true),
    };

    public static IEnumerable<string> Names => _byName.Keys;

    private delegate bool Reader<TKey>(string text, out TKey key);

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="zone">Where the days of all-day tasks end.</param>
    /// <param name="due">Which of the tasks by when they are due, where that is asked for: only the order by due date heeds it.</param>
    public static TaskOrdering Of(string name, ZoneDays zone, DueParts? due = null) =>
        _byName[name] is ByDueDate byDue ? byDue.In(zone, due) : _byName[name];

    public static bool FollowsDays(string name) => name is ByDue or ByDueDescending;

    /// <summary>Whether the cursor's key can be one of this order.</summary>
    public abstract bool Accepts(Cursor cursor);

    /// <summary>Tasks in this order.</summary>
    /// <param name="tasks">All there are.</param>
    /// <param name="after">Leaves out what does not come after this cursor, which the order accepts.</param>
    /// <param name="most">So many are right and read by an index. There need not be more.</param>
    public abstract IQueryable<TaskItem> First(IQueryable<TaskItem> tasks, Cursor? after, int most);

    public abstract Cursor CursorAt(TaskSummary task);

    private static By<DateTimeOffset> Time(
        Expression<Func<TaskItem, DateTimeOffset>> column, Func<TaskSummary, DateTimeOffset> key, bool descending = false) =>
        new(column, task => Write(key(task).UtcTicks), ReadTime, descending);

    private static By<short> Rank(string column, Func<TaskSummary, short> key, bool descending = false) =>
        new(task => EF.Property<short>(task, column), task => Write(key(task)), ReadRank, descending);

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool ReadNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool ReadRank(string text, out short rank) =>
        short.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out rank);

    private static bool ReadTime(string text, out DateTimeOffset time)
    {
        var valid = ReadNumber(text, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks;
        time = valid ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return valid;
    }

    private static bool ReadText(string text, out string key)
    {
        key = text;
        return !text.Contains('\0', StringComparison.Ordinal);
    }

    private sealed class By<TKey>(
        Expression<Func<TaskItem, TKey>> column, Func<TaskSummary, string> key, Reader<TKey> read, bool descending) : TaskOrdering
    {
        public override bool Accepts(Cursor cursor) => read(cursor.Key, out _);

        public override IQueryable<TaskItem> First(IQueryable<TaskItem> tasks, Cursor? after, int most) => Sort(after is null ? tasks : After(tasks, after));

        public IOrderedQueryable<TaskItem> Sort(IQueryable<TaskItem> tasks) => descending
            ? tasks.OrderByDescending(column).ThenByDescending(task => task.Id)
            : tasks.OrderBy(column).ThenBy(task => task.Id);

        public override Cursor CursorAt(TaskSummary task) => new(key(task), task.Id);

        private IQueryable<TaskItem> After(IQueryable<TaskItem> tasks, Cursor cursor) => read(cursor.Key, out var key)
            ? After(tasks, key, cursor.Id)
            : throw new ArgumentException("The cursor is not one of this order.", nameof(cursor));

        /// <summary>What comes after the task with this key and id.</summary>
        public IQueryable<TaskItem> After(IQueryable<TaskItem> tasks, TKey key, long id)
        {
            // One comparison of rows, which Postgres answers from the order's index.
            Expression<Func<TKey, long, bool>> after = descending
                ? (taskKey, taskId) => EF.Functions.LessThan(ValueTuple.Create(taskKey, taskId), ValueTuple.Create(key, id))
                : (taskKey, taskId) => EF.Functions.GreaterThan(ValueTuple.Create(taskKey, taskId), ValueTuple.Create(key, id));
            var task = column.Parameters[0];
            var condition = ReplacingExpressionVisitor.Replace(
                after.Parameters[0], column.Body,
                ReplacingExpressionVisitor.Replace(after.Parameters[1], Expression.Property(task, nameof(TaskItem.Id)), after.Body));
            return tasks.Where(Expression.Lambda<Func<TaskItem, bool>>(condition, task));
        }
    }

    /// <summary>
    /// Tasks with a time, all-day tasks where their day ends, before what is due at that very instant, and last, in both directions, tasks without a due date. Each
    /// kind has its index, which gives the first of it; only these are sorted by when they are due.
    /// </summary>
    private sealed class ByDueDate(ZoneDays zone, DueParts? due, bool descending) : TaskOrdering
    {
        private const string Undated = "-";

        private readonly By<DateTimeOffset?> _timed = new(task => task.DueDate, _ => "", NotRead, descending);
        private readonly By<DateOnly?> _allDay = new(task => task.DueOn, _ => "", NotRead, descending);
        private readonly By<long> _undated = new(task => task.Id, _ => "", NotRead, descending);

        public ByDueDate In(ZoneDays days, DueParts? parts) => new(days, parts, descending);

        public override bool Accepts(Cursor cursor) => cursor.Key == Undated || WireTime.TryParseDate(cursor.Key, out _) || ReadTime(cursor.Key, out _);

        public override IQueryable<TaskItem> First(IQueryable<TaskItem> tasks, Cursor? after, int most)
        {
            var undated = tasks.Where(task => task.DueDate == null && task.DueOn == null);
            if (after is { Key: Undated })
                return _undated.Sort(descending ? undated.Where(task => task.Id < after.Id) : undated.Where(task => task.Id > after.Id));

            var timed = due?.Timed(tasks) ?? tasks.Where(task => task.DueDate != null);
            var allDay = due?.AllDay(tasks) ?? tasks.Where(task => task.DueDate == null && task.DueOn != null);
            if (after is not null && WireTime.TryParseDate(after.Key, out var day))
            {
                var end = zone.EndOf(day);
                timed = descending ? timed.Where(task => task.DueDate < end) : timed.Where(task => task.DueDate >= end);
                allDay = _allDay.After(allDay, day, after.Id);
            }
            else if (after is not null && ReadTime(after.Key, out var time))
            {
                var last = zone.LastEndedBy(time);
                timed = _timed.After(timed, time, after.Id);
                allDay = descending ? allDay.Where(task => task.DueOn <= last) : allDay.Where(task => task.DueOn > last);
            }

            // Of each kind there is an index. All at once, the tasks are more than PostgreSQL expects, and it would sort them all.
            var dated = _timed.Sort(timed).Take(most).Concat(_allDay.Sort(allDay).Take(most));
            return Sort(due is not null ? dated : dated.Concat(_undated.Sort(undated).Take(most)));
        }

        public override Cursor CursorAt(TaskSummary task) => new(Key(task), task.Id);

        private IOrderedQueryable<TaskItem> Sort(IQueryable<TaskItem> tasks)
        {
            var (days, ends) = zone.Ends;
            Expression<Func<TaskItem, DateTime?>> due = task => task.DueDate != null
                ? task.DueDate.Value.DateTime
                : task.DueOn!.Value.ToDateTime(TimeOnly.MinValue) + ends[PrimeTaskDbContext.WidthBucket(task.DueOn!.Value, days)];
            Expression<Func<TaskItem, DateOnly?>> day = task => task.DueDate == null ? task.DueOn : null;
            var last = tasks.OrderBy(task => task.DueDate == null && task.DueOn == null);
            return descending
                ? last.ThenByDescending(due).ThenByDescending(day).ThenByDescending(task => task.Id)
                : last.ThenBy(due).ThenBy(day).ThenBy(task => task.Id);
        }

        private static string Key(TaskSummary task) =>
            task.DueDate is { } due ? TaskOrdering.Write(due.UtcTicks)
            : task.DueOn is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Undated;

        private static bool NotRead<TKey>(string text, out TKey key) => throw new NotSupportedException("This order reads its cursors itself.");
    }
}
