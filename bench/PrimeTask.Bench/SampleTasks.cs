using System.Globalization;

namespace PrimeTask.Bench;

/// <summary>Tasks as people have them: old ones are mostly done, half have a due date, half of those for a whole day, some a description.</summary>
internal sealed class SampleTasks(FillOptions options, IReadOnlyDictionary<string, long> named, long firstUser, DateTimeOffset now)
{
    private const int Days = 730;

    private static readonly string[] _verbs = ["Write", "Check", "Send", "Plan", "Order", "Review", "Repair", "Call about", "Prepare", "Close"];
    private static readonly string[] _things = ["invoice", "meeting", "garden", "contract", "kitchen", "budget", "travel", "website", "letter", "backup", "training", "workshop"];
    private static readonly string[] _places = ["for the office", "with the neighbours", "in the north", "before winter", "at the harbour", "of last quarter", "for the school", "on Monday"];
    private static readonly string[] _notes =
    [
        "Ask Ann whether the numbers are final.", "The key is with the caretaker.", "See the folder on the shelf by the window.", "Costs must stay below last year's.",
        "Talk to the supplier first and compare two offers.", "Nobody has looked at this since spring.", "Needs a signature from both sides.",
    ];

    private readonly Random _random = new(4711);
    private readonly long _large = (long)(options.Tasks * options.LargeShare);

    public IEnumerable<SampleTask> All()
    {
        // The named users' tasks lie among all others, as they would after years.
        var everySteady = Math.Max(1, options.Tasks / Math.Max(1, options.Few));
        var everyLarge = Math.Max(1, options.Tasks / Math.Max(1, _large));
        var (steady, large, others) = (0L, 0L, 0L);
        for (var number = 0L; number < options.Tasks; number++)
        {
            if (steady < options.Few && number % everySteady == 0)
                yield return Make(named[FillOptions.Steady], number, IsRare(steady++, options.Few));
            else if (large < _large && number % everyLarge == 1 % everyLarge)
                yield return Make(named[FillOptions.Large], number, IsRare(large++, _large));
            else
                yield return Make(Somebody(), number, IsRare(others++, options.Tasks - options.Few - _large));
        }
    }

    private static bool IsRare(long place, long of) => place % Math.Max(1, of / FillOptions.Rare) == 0 && place / Math.Max(1, of / FillOptions.Rare) < FillOptions.Rare;

    /// <summary>Some users have many tasks and many have few.</summary>
    private long Somebody()
    {
        var chance = _random.NextDouble();
        return firstUser + (long)(chance * chance * options.Users);
    }

    private SampleTask Make(long owner, long number, bool rare)
    {
        var created = now.AddDays(-Days * (1 - ((double)number / options.Tasks)));
        DateTimeOffset? due = _random.Next(2) == 0 ? created.AddMinutes(_random.Next(60 * 24 * 60)) : null;
        var finished = _random.NextDouble() < ((due ?? created.AddDays(30)) < now ? 0.97 : 0.2);
        var status = finished ? (_random.Next(12) == 0 ? "cancelled" : "completed") : _random.Next(3) == 0 ? "in_progress" : "pending";
        var updated = created.AddMinutes(_random.Next((int)Math.Max(1, Math.Min((now - created).TotalMinutes, 60 * 24 * 60))));
        var isAllDay = due is not null && _random.Next(2) == 0;
        return new SampleTask(
            owner, Title(number, rare), Description(), status, Pick(["low", "medium", "medium", "high"]),
            isAllDay ? DateOnly.FromDateTime(due!.Value.UtcDateTime) : null, isAllDay ? null : due, status == "completed" ? updated : null, created, updated);
    }

    private string Title(long number, bool rare)
    {
        var thing = rare ? FillOptions.RareWord : number % 3 == 0 ? FillOptions.CommonWord : Pick(_things);
        return string.Create(CultureInfo.InvariantCulture, $"{Pick(_verbs)} the {thing} {Pick(_places)} {number}");
    }

    private string? Description() => _random.Next(5) switch
    {
        0 => Pick(_notes),
        1 => $"{Pick(_notes)} {Pick(_notes)}",
        _ => null,
    };

    private string Pick(string[] words) => words[_random.Next(words.Length)];
}

internal sealed record SampleTask(
    long Owner, string Title, string? Description, string Status, string Priority, DateOnly? DueOn, DateTimeOffset? Due, DateTimeOffset? Completed, DateTimeOffset Created, DateTimeOffset Updated);
