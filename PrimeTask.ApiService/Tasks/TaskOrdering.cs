using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using PrimeTask.ApiService.Http;

namespace PrimeTask.ApiService.Tasks;

/// <summary>An order of tasks: a column that is never null, then the id. Each has an index.</summary>
internal abstract class TaskOrdering
{
    public const string Default = "-created_at";

    // Columns that Postgres keeps for sorting alone.
    public const string DueAscending = "DueAscending";
    public const string DueDescending = "DueDescending";
    public const string PriorityRank = "PriorityRank";
    public const string StatusRank = "StatusRank";

    public static IReadOnlyDictionary<string, TaskOrdering> ByName { get; } = new Dictionary<string, TaskOrdering>
    {
        ["created_at"] = Time(task => task.CreatedAt, task => task.CreatedAt),
        ["-created_at"] = Time(task => task.CreatedAt, task => task.CreatedAt, descending: true),
        ["updated_at"] = Time(task => task.UpdatedAt, task => task.UpdatedAt),
        ["-updated_at"] = Time(task => task.UpdatedAt, task => task.UpdatedAt, descending: true),
        ["due_date"] = Time(task => EF.Property<DateTimeOffset>(task, DueAscending), task => task.DueDate ?? DateTimeOffset.MaxValue),
        ["-due_date"] = Time(
            task => EF.Property<DateTimeOffset>(task, DueDescending), task => task.DueDate ?? DateTimeOffset.MinValue, descending: true),
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

    public abstract IOrderedQueryable<TaskItem> Sort(IQueryable<TaskItem> tasks);

    /// <summary>Whether the cursor's key can be one of this order.</summary>
    public abstract bool Accepts(Cursor cursor);

    /// <summary>What comes after a cursor that this order accepts.</summary>
    public abstract IQueryable<TaskItem> After(IQueryable<TaskItem> tasks, Cursor cursor);

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
        public override IOrderedQueryable<TaskItem> Sort(IQueryable<TaskItem> tasks) => descending
            ? tasks.OrderByDescending(column).ThenByDescending(task => task.Id)
            : tasks.OrderBy(column).ThenBy(task => task.Id);

        public override bool Accepts(Cursor cursor) => read(cursor.Key, out _);

        public override IQueryable<TaskItem> After(IQueryable<TaskItem> tasks, Cursor cursor)
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

        public override Cursor CursorAt(TaskSummary task) => new(key(task), task.Id);
    }
}
