using FsCheck;
using FsCheck.Fluent;

namespace PrimeTask.Tests.Tasks;

/// <summary>Any combination of list parameters finds what a plain filter and sort in memory find, in the same order.</summary>
public sealed class ListParameterProperties(PrimeTaskApp app)
{
    private const int Tasks = 60;

    private static readonly string[] _statuses = ["pending", "in_progress", "completed", "cancelled"];
    private static readonly string[] _priorities = ["low", "medium", "high"];
    private static readonly string?[] _descriptions = [null, "10% off", "b_c", "bxc", "Straße", @"a\b", "ΣΧΕΔΙΑΣΜΟΣ"];

    /// <summary>And what is looked for, one by one.</summary>
    private static readonly (string Text, string[] Words)[] _searches =
    [
        ("", []), ("a", ["a"]), ("AL", ["al"]), ("10%", ["10%"]), ("b_c", ["b_c"]), ("ß", ["ß"]), ("\\", ["\\"]), ("nothing has this", ["nothing", "has", "this"]),
        ("3 alpha", ["3", "alpha"]), ("\"beta 3\"", ["beta 3"]), ("\"3 beta\"", ["3 beta"]), ("σχεδιασ MMA", ["σχεδιασ", "mma"]), ("off \"a 3", ["off", "a 3"]),
    ];

    // Far from now on both sides, so that the clock decides nothing.
    private static readonly string?[] _dueDates = [null, "2001-01-01T00:00:00Z", "2002-02-02T00:00:00Z", "2091-01-01T00:00:00Z", "2092-02-02T00:00:00Z"];

    private static readonly Dictionary<string, Func<Known, IComparable?>> _orderings = new()
    {
        ["id"] = task => task.Id,
        ["title"] = task => task.Title,
        ["status"] = task => Array.IndexOf(_statuses, task.Status),
        ["priority"] = task => Array.IndexOf(_priorities, task.Priority),
        ["due_date"] = task => task.DueDate,
        ["created_at"] = task => task.CreatedAt,
    };

    [Fact]
    [Trait(Soak.Trait, Soak.Large)]
    public async Task List_AnyParameters_FindsWhatTheModelFinds()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var known = await CreateAsync(user);

        var property = Prop.ForAll(Queries().ToArbitrary(), query =>
        {
            var found = user.GetAsync($"tasks/?{query.Address}").GetAwaiter().GetResult().Data["results"]!.AsArray();
            return found.Select(task => (long)task!["id"]!).SequenceEqual(query.Apply(known));
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Soak.Of(40, 150)), property);
    }

    private static Gen<Query> Queries() =>
        from statuses in Gen.SubListOf(_statuses)
        from priorities in Gen.SubListOf(_priorities)
        from search in Gen.Frequency((2, Gen.Constant("")), (1, Gen.Elements(_searches.Select(search => search.Text).ToArray())))
        from before in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements(_dueDates)))
        from after in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements(_dueDates)))
        from overdue in Gen.Elements<bool?>(null, null, true, false)
        from ordering in Gen.Elements(_orderings.Keys.ToArray())
        from backwards in Gen.Elements(true, false)
        select new Query([.. statuses], [.. priorities], search, before, after, overdue, ordering, backwards);

    private static async Task<Known[]> CreateAsync(ApiUser user)
    {
        var known = new List<Known>();
        for (var number = 0; number < Tasks; number++)
        {
            var description = _descriptions[number % _descriptions.Length];
            var response = await user.PostAsync("tasks/", new
            {
                // Small letters, digits and spaces: every collation sorts these alike.
                title = string.Create(CultureInfo.InvariantCulture, $"{"alpha beta gamma".Split(' ')[number % 3]} {number % 7}"),
                description,
                status = _statuses[number % _statuses.Length],
                priority = _priorities[number / 2 % _priorities.Length],
                due_date = _dueDates[number % _dueDates.Length],
            });
            known.Add(new Known(response.Data, description));
        }

        return [.. known];
    }

    private sealed record Known(long Id, string Title, string? Description, string Status, string Priority, string? DueDate, string CreatedAt)
    {
        internal Known(JsonNode task, string? description)
            : this((long)task["id"]!, (string)task["title"]!, description, (string)task["status"]!, (string)task["priority"]!, (string?)task["due_date"], (string)task["created_at"]!)
        {
        }

        internal bool IsOverdue => DueDate?.StartsWith("200", StringComparison.Ordinal) == true && Status is ("pending" or "in_progress");

        internal bool Has(string search) => _searches.Single(known => known.Text == search).Words.All(word =>
            Title.Contains(word, StringComparison.OrdinalIgnoreCase) || Description?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
    }

    private sealed record Query(
        string[] Statuses, string[] Priorities, string Search, string? Before, string? After, bool? Overdue, string Ordering, bool Descending)
    {
        internal string Address => string.Join('&', new[]
        {
            "page_size=100",
            $"ordering={(Descending ? "-" : "")}{Ordering}",
            Statuses.Length == 0 ? null : $"status={string.Join(',', Statuses)}",
            Priorities.Length == 0 ? null : $"priority={string.Join(',', Priorities)}",
            Search.Length == 0 ? null : $"search={Uri.EscapeDataString(Search)}",
            Before is null ? null : $"due_before={Before}",
            After is null ? null : $"due_after={After}",
            Overdue is null ? null : $"overdue={(Overdue == true ? "true" : "false")}",
        }.OfType<string>());

        // The times all have one form, in which the order of the letters is the order in time.
        internal IEnumerable<long> Apply(IEnumerable<Known> tasks)
        {
            var found = tasks.Where(task =>
                (Statuses.Length == 0 || Statuses.Contains(task.Status))
                && (Priorities.Length == 0 || Priorities.Contains(task.Priority))
                && (Search.Length == 0 || task.Has(Search))
                && (Before is null || string.CompareOrdinal(task.DueDate ?? "9", Before) < 0)
                && (After is null || string.CompareOrdinal(task.DueDate ?? "", After) > 0)
                && (Overdue is null || task.IsOverdue == Overdue));
            var key = _orderings[Ordering];
            var nullsLast = found.OrderBy(task => key(task) is null);
            return (Descending
                ? nullsLast.ThenByDescending(key, Comparer).ThenByDescending(task => task.Id)
                : nullsLast.ThenBy(key, Comparer).ThenBy(task => task.Id)).Select(task => task.Id);
        }

        private static IComparer<IComparable?> Comparer { get; } = Comparer<IComparable?>.Create((one, other) =>
            one is string text ? string.CompareOrdinal(text, (string?)other) : one?.CompareTo(other) ?? (other is null ? 0 : -1));
    }
}
