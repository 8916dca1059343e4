using System.CommandLine;
using Npgsql;
using PrimeTask.Bench;

var tasks = new Option<long>("--tasks") { Description = "Tasks in all.", DefaultValueFactory = _ => 1_000_000 };
var share = new Option<double>("--large-share") { Description = "The part of them that one user owns.", DefaultValueFactory = _ => 0.01 };
var database = new Option<string>("--database") { Description = "Connection string of a migrated database.", Required = true };

var fill = new Command("fill", $"Add users and tasks to a database: the users {FillOptions.Steady}, {FillOptions.Large} and {FillOptions.Admin} (an admin), and many others.")
{
    database, tasks, share,
};
fill.SetAction(async parsed =>
{
    await using var data = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(parsed.GetRequiredValue(database)) { CommandTimeout = 0 });
    await new Filler(data, FillOptions.Of(parsed.GetValue(tasks)) with { LargeShare = parsed.GetValue(share) }, Console.WriteLine).FillAsync();
});

var sizes = new Option<long[]>("--sizes") { Description = "Numbers of tasks, from small to large.", DefaultValueFactory = _ => [10_000, 1_000_000, 10_000_000], AllowMultipleArgumentsPerToken = true };
var seconds = new Option<double>("--seconds") { Description = "Of asking, for each operation and size.", DefaultValueFactory = _ => 2 };
var keep = new Option<string?>("--data") { Description = "A directory for the data, which stays: the next run need not fill again." };
var only = new Option<string?>("--only") { Description = "A part of an operation's name: the others are left out." };
var plot = new Option<string?>("--plot") { Description = "An SVG file to draw." };
var scale = new Command("scale", "Ask the same of databases of several sizes, nothing from the cache, and print p50, p99 and the ratio of the largest to the smallest.")
{
    sizes, seconds, keep, only, plot,
};
scale.SetAction(async parsed =>
{
    var rows = await Scale.RunAsync(parsed.GetValue(keep), parsed.GetRequiredValue(sizes), parsed.GetValue(seconds), parsed.GetValue(only) ?? "", Console.WriteLine);
    if (parsed.GetValue(plot) is { } file)
        await File.WriteAllTextAsync(file, new ScalePlot(rows).Draw());
});

var hash = new Command("hash", "Print the processor time of one password's verification, in microseconds.");
hash.SetAction(_ => Console.WriteLine(HashCost.Measure().ToString("0", System.Globalization.CultureInfo.InvariantCulture)));
return await new RootCommand("What the scripts in bench/ need.") { fill, scale, hash }.Parse(args).InvokeAsync();
