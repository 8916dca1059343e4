using System.Globalization;

namespace PrimeTask.Bench;

/// <summary>Measures the same requests on databases of several sizes, in turns, so that what else the machine does falls on all alike.</summary>
internal static class Scale
{
    private const int Rounds = 4;

    private static readonly (string Name, string Path)[] _forAll =
    [
        ("list", "tasks/"), ("list by title", "tasks/?ordering=title"), ("stats", "tasks/stats/"), ("one task", "tasks/{0}/"),
        ("today, late", "tasks/?due=overdue&ordering=due_date"), ("today", "tasks/?due=today&status=open&start=now&ordering=due_date"),
        ("upcoming", "tasks/?due=upcoming&status=open&ordering=due_date"), ("open, by hand", "tasks/?status=open&ordering=position"),
        ("a board's column", "tasks/?status=in_progress&ordering=-updated_at"),
        ("search, few found", $"tasks/?search={FillOptions.RareWord}"), ("search, many found", $"tasks/?search={FillOptions.CommonWord}"),
        ("search, two letters", $"tasks/?search={FillOptions.RareWord[..2]}"),
    ];

    private static readonly (string Name, string Path)[] _forAdmins =
    [
        ("list by priority", "tasks/?ordering=-priority"),
        ("users", "auth/admin/users/"), ("users, searched", "auth/admin/users/?search=member7"),
    ];

    public static async Task<IReadOnlyList<ScaleRow>> RunAsync(string? data, long[] sizes, double seconds, string only, Action<string> tell)
    {
        await using var servers = await Servers.StartAsync(data);
        var targets = new List<ScaleTarget>();
        try
        {
            foreach (var size in sizes)
                targets.Add(await ScaleTarget.StartAsync(servers.Postgres, size, tell));
            tell(string.Create(CultureInfo.InvariantCulture, $"{"",-34}{string.Concat(sizes.Select(size => $"{$"p50 of {size:N0}",22}{"p99",9}"))}   p50 to the first"));
            Operation[] operations = [.. Operations(only)];
            // The first thousands of requests pay for the runtime's compiler, whatever they ask.
            foreach (var operation in operations)
                await MeasureAsync(operation, targets, TimeSpan.FromSeconds(seconds / 4));
            var rows = new List<ScaleRow>();
            foreach (var operation in operations)
            {
                var row = await MeasureAsync(operation, targets, TimeSpan.FromSeconds(seconds));
                tell(row.ToString());
                rows.Add(row);
            }

            return rows;
        }
        finally
        {
            foreach (var target in targets)
                await target.DisposeAsync();
        }
    }

    /// <param name="only">A part of their names.</param>
    public static IEnumerable<Operation> Operations(string only) =>
        new[] { FillOptions.Steady, FillOptions.Large, FillOptions.Admin }
            .SelectMany(user => _forAll.Concat(user == FillOptions.Admin ? _forAdmins : []).Select(one => new Operation(one.Name, user, one.Path)))
            .Where(operation => operation.Name.Contains(only, StringComparison.Ordinal));

    private static async Task<ScaleRow> MeasureAsync(Operation operation, List<ScaleTarget> targets, TimeSpan time)
    {
        var latencies = targets.Select(_ => new Latencies()).ToArray();
        foreach (var target in targets)
            await target.MeasureAsync(operation, time / 2, new Latencies()); // Warms up.
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (target, index) in targets.Select((target, index) => (target, index)))
                await target.MeasureAsync(operation, time / Rounds, latencies[index]);
        }

        return new ScaleRow(operation, [.. latencies.Select((one, index) => new ScalePoint(targets[index].Tasks, one.P50, one.P99))]);
    }
}

/// <summary>Milliseconds.</summary>
internal sealed record ScalePoint(long Tasks, double P50, double P99);

internal sealed record ScaleRow(Operation Operation, IReadOnlyList<ScalePoint> Points)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Operation.User,-9} {Operation.Name,-24}{string.Concat(Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.P50,19:0.00} ms{point.P99,6:0.0} ms")))}   {Points[^1].P50 / Points[0].P50:0.00}");
}
