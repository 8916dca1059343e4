
namespace PrimeTask.ApiService.Tasks;

/// <summary>Tasks as a person has them after some weeks: at work and at home, older ones mostly done, some overdue.</summary>
internal sealed class SampleTasks(long owner, DateTimeOffset now)
{
    private const int DaysBack = 45;
    private const int DaysAhead = 40;

    private static readonly string[] _work = Combine(
        ["Review {1} with {0}", "Send {0} the draft of {1}", "Ask {0} for feedback on {1}", "Answer {0}'s questions about {1}", "Walk {0} through {1}", "Agree with {0} on {1}"],
        ["Amara", "Ben", "Chloe", "Daniel", "Elif", "Nora", "Oscar", "Priya", "Ravi", "Sofia"],
        [
            "the Q3 budget", "the release checklist", "the onboarding guide", "the new logo", "the customer survey", "the offsite agenda", "the pricing page",
            "the security audit", "the conference talk", "the job description", "the data migration", "the incident report", "the roadmap", "the newsletter", "the test plan",
        ]);

    private static readonly string[] _home =
    [
        .. Combine(["Call {0} about {1}", "Remind {0} of {1}", "Ask {0} about {1}"], ["Grandma", "Hannah", "Jonas", "Katya"], ["the birthday party", "Sunday lunch", "the summer trip", "the moving date"]),
        .. Combine(["Buy {1}"], [""], ["running shoes", "printer paper", "a present for Mei", "light bulbs", "coffee", "a new desk lamp", "stamps", "concert tickets"]),
        .. Combine(["Book {1}"], [""], ["a dentist appointment", "train tickets to Lyon", "the car inspection", "a table for six on Friday", "the holiday flat", "a haircut"]),
        .. Combine(["Pay {1}"], [""], ["the electricity bill", "the parking fine", "the school trip", "the invoice from the plumber", "the deposit for the hall"]),
        .. Combine(["Renew {1}"], [""], ["my passport", "the car insurance", "the library card", "the domain name", "the travel pass"]),
        .. Combine(["Fix {1}"], [""], ["the squeaky door", "the bicycle chain", "the kitchen tap", "the garden fence", "the printer"]),
        .. Combine(["Clean {1}"], [""], ["the coffee machine", "the balcony", "the fridge", "the gutters", "the car"]),
        "Back up the laptop", "Return library books", "File the tax return", "Update my CV", "Sort the photos from last holiday", "Defrost the freezer", "Clear the inbox",
        "Pick up the parcel", "Plan meals for next week", "Get the winter tyres fitted", "Compare internet providers", "Sign up for the first aid course",
        "Bake a cake for Sunday", "Cancel the old gym membership", "Change the smoke detector batteries", "Call the landlord about the radiator", "Ask the tax adviser about the home office",
    ];

    private static readonly string[] _descriptions =
    [
        "Last year's version is in the shared folder, start from there.",
        "Should not take more than half an hour.",
        "Waiting for the numbers before this can go out.\n\nIf they do not arrive by Thursday, go ahead with the estimate.",
        "- check the dates\n- confirm the price\n- send a calendar invitation",
        "They are only reachable in the morning.",
        "We talked about this in Monday's meeting. Main concern was the cost; everything else is fine as it is.",
        "Reference number is on the letter in the blue folder.",
        "Keep it short: one page, three points, no slides.",
        "See also the notes from the first call. They preferred option B, but wanted to sleep on it.",
    ];

    private readonly Random _random = new();

    /// <returns>Tasks in the order of their creation.</returns>
    public IReadOnlyList<TaskItem> Make(int count)
    {
        DateTimeOffset[] created = [.. Enumerable.Range(0, count).Select(_ => now.AddMinutes(-_random.Next(1, DaysBack * 24 * 60))).Order()];
        return [.. created.Zip(Titles(count), (time, title) => Make(title, time))];
    }

    /// <summary>A third from home. Among some hundred none comes twice.</summary>
    private IEnumerable<string> Titles(int count)
    {
        var (work, home) = (_work.ToArray(), _home.ToArray());
        _random.Shuffle(work);
        _random.Shuffle(home);
        return Enumerable.Range(0, count).Select(number => number % 3 == 0 ? home[number / 3 % home.Length] : work[number % work.Length]);
    }

    private static string[] Combine(string[] templates, string[] people, string[] topics) =>
        [.. templates.SelectMany(template => people.SelectMany(person => topics.Select(topic => string.Format(null, template, person, topic))))];

    private TaskItem Make(string title, DateTimeOffset created)
    {
        var due = DueDate(created);
        var task = TaskItem.Create(
            owner,
            new TaskChanges(
                new(title),
                new(_random.Next(5) < 2 ? Pick(_descriptions) : null),
                new(TaskItemStatus.Pending),
                new(Pick([TaskItemPriority.Low, TaskItemPriority.Medium, TaskItemPriority.Medium, TaskItemPriority.High])),
                new(due)),
            created);
        var status = Status(created, due);
        if (status != TaskItemStatus.Pending)
            task.Edit(new TaskChanges(default, default, new(status), default, default), created + ((now - created) * _random.NextDouble()));
        return task;
    }

    /// <summary>On a quarter of an hour of a day's business; none for a third of the tasks.</summary>
    private DateTimeOffset? DueDate(DateTimeOffset created)
    {
        if (_random.Next(3) == 0)
            return null;
        var last = (int)(now - created).TotalDays + DaysAhead;
        var day = new DateTimeOffset(created.UtcDateTime.Date, TimeSpan.Zero).AddDays(_random.Next(1, last));
        return day.AddMinutes(15 * _random.Next(8 * 4, 18 * 4));
    }

    private TaskItemStatus Status(DateTimeOffset created, DateTimeOffset? due)
    {
        var old = (due ?? created.AddDays(DaysBack / 2)) < now;
        return _random.Next(100) switch
        {
            < 6 => TaskItemStatus.Cancelled,
            < 20 => TaskItemStatus.InProgress,
            var chance when chance < (old ? 85 : 35) => TaskItemStatus.Completed,
            _ => TaskItemStatus.Pending,
        };
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
