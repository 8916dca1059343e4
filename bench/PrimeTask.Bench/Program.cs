using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
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
only.Validators.Add(given =>
{
    if (given.GetValueOrDefault<string?>() is { } part && !Scale.Operations(part).Any())
        given.AddError($"No operation's name holds \"{part}\".");
});
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

var address = new Option<string>("--address") { Description = "Of a replica.", Required = true };
var process = new Option<int>("--process") { Description = "Its process.", Required = true };
var email = new Option<string>("--email") { Description = "A user's.", Required = true };
var password = new Option<string>("--password") { Description = "The user's.", Required = true };
var signIn = new Command("sign-in", "Sign in many times and print, in milliseconds, the median, the longest time and the processor time of one; and the hash's share of that.")
{
    address, process, email, password,
};
signIn.SetAction(async parsed =>
{
    var cost = new SignInCost(new Uri(parsed.GetRequiredValue(address)), parsed.GetValue(process), parsed.GetRequiredValue(email), parsed.GetRequiredValue(password));
    var (p50, max, processor, hashShare) = await cost.MeasureAsync();
    Console.WriteLine(FormattableString.Invariant($"{p50.TotalMilliseconds:0} {max.TotalMilliseconds:0} {processor.TotalMilliseconds:0.0} {hashShare:0.000}"));
});

var addresses = new Option<int>("--addresses") { Description = "That the flood comes from.", DefaultValueFactory = _ => 10 };
var rate = new Option<int>("--rate") { Description = "Sign-ins of the flood in a second.", DefaultValueFactory = _ => 200 };
var length = new Option<double>("--seconds") { Description = "How long it lasts.", DefaultValueFactory = _ => 30 };
var flood = new Command("flood", "Flood a replica with sign-ins and print, in milliseconds, how long another person's sign-in and lists take; exit code 1 beyond 3 s or 250 ms.")
{
    addresses, rate, length,
};
flood.SetAction(async parsed =>
    await Flood.RunAsync(parsed.GetValue(addresses), parsed.GetValue(rate), TimeSpan.FromSeconds(parsed.GetValue(length)), Console.WriteLine) ? 0 : 1);

var site = new Option<string>("--site") { Description = "The public address, with https.", Required = true };
var certificate = new Option<string>("--certificate") { Description = "The only one that is believed.", Required = true };
var users = new Option<int>("--users") { Description = "How many.", DefaultValueFactory = _ => 10 };
var file = new Option<string>("--while") { Description = "A file: the load ends when it is gone.", Required = true };
var outage = new Option<double>("--longest-outage") { Description = "In seconds: for how long writes may fail; 0 where no request may.", DefaultValueFactory = _ => 0 };
var use = new Command("use", "Let people write and read through TLS, and print what failed, was stale or was lost; exit code 1 where something did. Needs request limits switched off.")
{
    site, certificate, users, file, outage,
};
use.SetAction(async parsed =>
{
    using var trusted = X509CertificateLoader.LoadCertificateFromFile(parsed.GetRequiredValue(certificate));
    using var load = new SteadyUse(new Uri(parsed.GetRequiredValue(site)), trusted, parsed.GetValue(users), TimeSpan.FromSeconds(parsed.GetValue(outage)));
    return await load.RunAsync(() => File.Exists(parsed.GetRequiredValue(file)), Console.WriteLine) ? 0 : 1;
});
return await new RootCommand("What the scripts in bench/ and deploy/rehearse need.") { fill, scale, signIn, flood, use }.Parse(args).InvokeAsync();
