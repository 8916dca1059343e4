using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using PrimeTask.ApiService.Contract;

namespace PrimeTask.ApiService.Tasks;

/// <summary>An order of tasks: a column, then the id. Each has an index.</summary>
internal abstract class TaskOrdering
{
    public const string Default = "-created_at";

    // Columns that Postgres keeps for sorting alone.
    public const string PriorityRank = "PriorityRank";
    public const string StatusRank = "StatusRank";

    public static IReadOnlyDictionary<string, TaskOrdering> ByName { get; } = new Dictionary<string, TaskOrdering>
    {
        ["created_at"] = Time(task => task.CreatedAt, task => task.CreatedAt),
        ["-created_at"] = Time(task => task.CreatedAt, task => task.CreatedAt, descending: true),
        ["updated_at"] = Time(task => task.UpdatedAt, task => task.UpdatedAt),
        ["-updated_at"] = Time(task => task.UpdatedAt, task => task.UpdatedAt, descending: true),
        ["due_date"] = new ByDueDate(descending: false),
        ["-due_date"] = new ByDueDate(descending: true),
        ["priority"] = Rank(PriorityRank, task => (short)task.Priority),
        ["-priority"] = Rank(PriorityRank, task => (short)task.Priority, descending: true),
        ["status"] = Rank(StatusRank, task => (short)task.Status),
        ["-status"] = Rank(StatusRank, task => (short)task.Status, descending: true),
        ["title"] = new By<string>(task => task.Title, task => task.Title, ReadText, descending: false),
        ["-title"] = new By<string>(task => task.Title, task => task.Title, ReadText, descending: true),
        ["id"] = new By<long>(task => task.Id, task => Write(task.Id), ReadNumber, descending: false),
        ["-id"] = new By<long>(task => task.Id, task => Write(task.Id), ReadNumber, descending: true),
    };

    private delegate bool Reader<TKey>(string text, out TKey key);

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

        private IQueryable<TaskItem> After(IQueryable<TaskItem> tasks, Cursor cursor)
        {
            if (!read(cursor.Key, out var key))
                throw new ArgumentException("The cursor is not one of this order.", nameof(cursor));

            // One comparison of rows, which Postgres answers from the order's index.
            var id = cursor.Id;
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
    /// Tasks without a due date come last in both directions. An index has them at one end, so it is asked twice, for the tasks with a due date and for those
    /// without: one index instead of two, which every create and every change would pay for.
    /// </summary>
    private sealed class ByDueDate(bool descending) : TaskOrdering
    {
        private const string Undated = "-";

        private readonly By<DateTimeOffset?> _order = new(task => task.DueDate, Write, Read, descending);

        public override bool Accepts(Cursor cursor) => _order.Accepts(cursor);

        public override IQueryable<TaskItem> First(IQueryable<TaskItem> tasks, Cursor? after, int most)
        {
            var undated = tasks.Where(task => task.DueDate == null);
            if (after is { Key: Undated })
                return _order.Sort(descending ? undated.Where(task => task.Id < after.Id) : undated.Where(task => task.Id > after.Id));

            var dated = _order.First(tasks.Where(task => task.DueDate != null), after, most);
            return Sort(dated.Take(most).Concat(_order.Sort(undated).Take(most)));
        }

        public override Cursor CursorAt(TaskSummary task) => _order.CursorAt(task);

        private IOrderedQueryable<TaskItem> Sort(IQueryable<TaskItem> tasks)
        {
            var last = tasks.OrderBy(task => task.DueDate == null);
            return descending
                ? last.ThenByDescending(task => task.DueDate).ThenByDescending(task => task.Id)
                : last.ThenBy(task => task.DueDate).ThenBy(task => task.Id);
        }

        private static string Write(TaskSummary task) => task.DueDate is { } due ? TaskOrdering.Write(due.UtcTicks) : Undated;

        private static bool Read(string text, out DateTimeOffset? due)
        {
            due = null;
            if (text == Undated)
                return true;
            var valid = ReadTime(text, out var time);
            due = time;
            return valid;
        }
    }
}
