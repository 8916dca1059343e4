using System.CommandLine;
using PrimeTask.CacheCheck;

var answers = new Option<int>("--answers") { Description = "How many answers are checked.", DefaultValueFactory = _ => 100_000 };
var replicas = new Option<int>("--replicas") { Description = "Replicas of the API, 2 to 8.", DefaultValueFactory = _ => 3 };
var seed = new Option<int>("--seed") { Description = "Of all random choices; another one each time if left out.", DefaultValueFactory = _ => Random.Shared.Next(1, 1_000_000) };
answers.Validators.Add(result => Require(result, answers, 1, 100_000_000));
replicas.Validators.Add(result => Require(result, replicas, 2, 8));

var command = new RootCommand(
    """
    Holds the cache to its rule: no answer older than the last write acknowledged before the request, nobody else's, none after revocation.
    Starts Postgres and Redis through the AppHost and replicas of the API behind bad networks; reads and writes at random; delays, cuts, kills and restarts
    meanwhile; and checks every answer. Ends with exit code 1 if one was wrong.
    """)
{
    answers, replicas, seed,
};
command.SetAction(async parsed =>
{
    var options = new CheckOptions(parsed.GetValue(answers), parsed.GetValue(replicas), parsed.GetValue(seed), TimeSpan.FromMinutes(30));
    Console.WriteLine($"seed {options.Seed}");
    await using var application = await Application.StartAsync();
    var result = await CheckRun.RunAsync(application.Servers, options, Console.WriteLine);
    Console.WriteLine($"\n{result.Text}");
    return result.Violations == 0 ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();

static void Require(System.CommandLine.Parsing.OptionResult result, Option<int> option, int least, int most)
{
    if (result.GetValueOrDefault<int>() is var value && (value < least || value > most))
        result.AddError($"{option.Name} must be from {least} to {most}.");
}
