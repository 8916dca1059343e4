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
return await new RootCommand("What the scripts in bench/ need.") { fill }.Parse(args).InvokeAsync();
