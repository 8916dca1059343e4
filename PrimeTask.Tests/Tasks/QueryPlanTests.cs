using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PrimeTask.ApiService.Access;
using PrimeTask.ApiService.Contract;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Operations;
using PrimeTask.ApiService.Search;
using PrimeTask.ApiService.Tasks;
using PrimeTask.ApiService.Tasks.Stats;

namespace PrimeTask.Tests.Tasks;

/// <summary>What Postgres plans for every list query, with many tasks of 1,000 users.</summary>
[Trait(Soak.Trait, Soak.Large)]
public sealed class QueryPlanTests(QueryPlanTests.Tasks tasks) : IClassFixture<QueryPlanTests.Tasks>
{
    private static readonly CurrentUser _user = new(500, UserRole.User, 1);
    private static readonly CurrentUser _admin = new(1, UserRole.Admin, 1);

    private static readonly string[] _filters =
    [
        "", "status=pending,in_progress", "priority=high", "search=report 77", "search=reprot", "search=reprot&status=pending", "search=\"report 77\"", "search=ΣΧΈΔΙΟ 77", "search=ab", "due_before=2026-06-01", "due_after=2026-06-01", "overdue=true", "overdue=false",
        "due=overdue", "due=today", "due=week", "due=upcoming&status=open", "due=none", "start=now",
        "project=5", "project=5,6,none", "project=none", "label=urgent", "label=urgent,home&status=open", "archived=false", "archived=false&due=today&status=open", "archived=true",
    ];

    [Fact]
    public async Task Lists_OfAUser_ReadOnlyTheUsersTasks()
    {
        foreach (var ordering in TaskOrdering.Names)
        {
            foreach (var filter in _filters)
            {
                var (first, plans) = await tasks.ListAsync(_user, $"ordering={ordering}&page_size=5&{filter}");
                Assert.All(plans, plan => Assert.All(plan.Scans, scan => Assert.True(scan.IsBounded, plan.ToString())));
                if (first.NextCursor is null)
                    continue;

                (_, plans) = await tasks.ListAsync(_user, $"ordering={ordering}&page_size=5&{filter}&cursor={first.NextCursor}");
                Assert.All(plans, plan => Assert.All(plan.Scans, scan => Assert.True(scan.IsBounded, plan.ToString())));
            }
        }
    }

    [Fact]
    public async Task Pages_OfAUserInEveryOrder_ComeFromAnIndexWithoutSorting()
    {
        foreach (var ordering in TaskOrdering.Names)
        {
            var (_, plans) = await tasks.ListAsync(_user, $"ordering={ordering}&page_size=5");
            Assert.False(plans[^1].SortsBeforeItLimits, plans[^1].ToString());
        }
    }

    [Theory]
    [InlineData("ordering=created_at")]
    [InlineData("ordering=-created_at")]
    [InlineData("ordering=updated_at")]
    [InlineData("ordering=-updated_at")]
    [InlineData("ordering=due_date")]
    [InlineData("ordering=-due_date")]
    [InlineData("ordering=-due_date&search=ab")]
    [InlineData("ordering=position")]
    [InlineData("ordering=-position")]
    [InlineData("ordering=id")]
    [InlineData("ordering=title")]
    [InlineData("ordering=-title")]
    [InlineData("ordering=priority")]
    [InlineData("ordering=-priority")]
    [InlineData("ordering=status")]
    [InlineData("ordering=-status")]
    [InlineData("search=ab")]
    [InlineData("owner=77&ordering=title")]
    [InlineData("owner=77&search=reprot")]
    [InlineData("search=reprot")]
    [InlineData("search=report 7777")]
    [InlineData("search=ΣΧΈΔΙΟ")]
    // In the oldest task; the database's locale is C, which knows no such letters.
    [InlineData("search=ΘΆΛΑΣΣΑ")]
    public async Task Pages_OfAnAdmin_ComeFromAnIndex(string query)
    {
        var (first, plans) = await tasks.ListAsync(_admin, query);
        Assert.All(plans[^1].Scans, scan => Assert.False(scan.IsSequential, plans[^1].ToString()));
        if (first.NextCursor is null)
            return;

        (_, plans) = await tasks.ListAsync(_admin, $"{query}&cursor={first.NextCursor}");
        Assert.All(plans[^1].Scans, scan => Assert.False(scan.IsSequential, plans[^1].ToString()));
    }

    [Fact]
    public async Task Stats_OfAUserAndTheNextDueDate_ReadOnlyWhatTheyNeed()
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var user in new[] { _user, _admin })
        {
            var days = new DueDays(ZoneDays.Of("America/New_York"), IsOne: !user.IsAdmin);
            var stats = TaskStatsQuery.Read(new QueryReader(new QueryCollection(), TaskStatsQuery.Parameters), user);
            foreach (var plan in await tasks.PlansOfAsync(db => stats.ReadAsync(db, user, days, now, TestContext.Current.CancellationToken)))
                Assert.All(plan.Scans, scan => Assert.True(scan.IsBounded, plan.ToString()));
            foreach (var plan in await tasks.PlansOfAsync(db => db.ReadNextOverdueAsync(user.OnlyOwner(), now, TestContext.Current.CancellationToken)))
                Assert.All(plan.Scans, scan => Assert.True(scan.IsBounded, plan.ToString()));
        }
    }

    [Fact]
    public async Task Series_OfAPeriod_ReadOnlyWhatWasCompletedInIt()
    {
        var days = CalendarDays.UpTo(new(2026, 4, 15, 12, 0, 0, TimeSpan.Zero), 30, ZoneDays.Of("Asia/Kolkata"));
        foreach (var user in new[] { _user, _admin })
        {
            var plan = Assert.Single(await tasks.PlansOfAsync(db => db.ReadCompletedPerDayAsync(user, null, days, TestContext.Current.CancellationToken)));
            Assert.NotEmpty(plan.Scans);
            Assert.All(plan.Scans, scan => Assert.Contains("completed_at", scan.Condition ?? "", StringComparison.Ordinal));
        }
    }

    public sealed record Scan(JsonNode Node)
    {
        public bool IsSequential => (string)Node["Node Type"]! == "Seq Scan";

        public bool IsBounded => Condition is not null;

        public string? Condition => (string?)Node["Index Cond"];
    }

    public sealed record Plan(string Sql, JsonNode Root)
    {
        /// <summary>Every reading of the tasks. A bitmap's heap scan reads what its index scans found.</summary>
        public IEnumerable<Scan> Scans => Nodes(Root)
            .Where(node => (string?)node["Relation Name"] == "tasks" && (string)node["Node Type"]! != "Bitmap Heap Scan"
                || (string)node["Node Type"]! == "Bitmap Index Scan")
            .Select(node => new Scan(node));

        /// <summary>
        /// True when all tasks are sorted to find the first few. The page itself is sorted once more after the join, and so are the first tasks with a due date
        /// and the first without, which costs nothing.
        /// </summary>
        public bool SortsBeforeItLimits => Nodes(Root).Where(node => (string)node["Node Type"]! == "Limit").SelectMany(Nodes)
            .Any(node => ((string)node["Node Type"]!).Contains("Sort", StringComparison.Ordinal) && !IsOfFew(node));

        public override string ToString() => $"{Sql}\n{Root.ToJsonString()}";

        /// <summary>Whether all that it reads of the tasks has passed a limit.</summary>
        private static bool IsOfFew(JsonNode node) => (string)node["Node Type"]! == "Limit"
            || ((string?)node["Relation Name"] != "tasks" && (node["Plans"]?.AsArray() ?? []).All(child => IsOfFew(child!)));

        private static IEnumerable<JsonNode> Nodes(JsonNode node) =>
            (node["Plans"]?.AsArray() ?? []).SelectMany(child => Nodes(child!)).Prepend(node);
    }

    /// <summary>A database of its own, with 200,000 tasks, or in the small form every seventh of them.</summary>
    public sealed class Tasks(PrimeTaskApp app) : IAsyncLifetime
    {
        private NpgsqlDataSource _data = null!;

        public async ValueTask InitializeAsync()
        {
            _data = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await app.ConnectionAsync("primetask")) { Database = $"plans_{Guid.NewGuid():N}", CommandTimeout = 120 });
            await using var db = Open();
            await db.UpgradeAsync(TestContext.Current.CancellationToken);
            await _data.ExecuteAsync(
                """
                INSERT INTO users (email, username, first_name, last_name, password_hash, role, is_active, created_at, updated_at)
                SELECT 'u' || n || '@example.com', 'u' || n, '', '', '', 'user', true, now(), now() FROM generate_series(1, 1000) n
                """);
            await _data.ExecuteAsync(
                $"""
                INSERT INTO tasks (title, description, status, priority, due_date, due_on, start_on, owner_id, created_at, updated_at, completed_at)
                SELECT CASE WHEN n = 1 THEN 'Θάλασσα' WHEN n % 9 > 0 THEN 'Report ' ELSE 'Σχέδιο ' END || CASE WHEN n = 1 THEN '' ELSE n::text END, CASE WHEN n % 2 = 0 THEN 'About ' || md5(n::text) END,
                    (ARRAY['pending', 'in_progress', 'completed', 'cancelled'])[1 + n % 4], (ARRAY['low', 'medium', 'high'])[1 + n % 3],
                    CASE WHEN n % 5 > 1 THEN timestamptz '2026-01-01Z' + n * interval '3 minutes' END,
                    CASE WHEN n % 5 = 1 THEN date '2026-01-01' + n / 480 END, CASE WHEN n % 7 = 0 THEN date '2026-01-01' + n / 480 END,
                    1 + n % 1000, timestamptz '2026-01-01Z' + n * interval '1 minute', timestamptz '2026-01-01Z' + (n * 7919 % 200000) * interval '1 minute',
                    CASE WHEN n % 4 = 2 THEN timestamptz '2026-01-01Z' + n * interval '2 minutes' END
                FROM generate_series(1, 200000, {Soak.Of(7, 1)}) n
                """);
            await _data.ExecuteAsync(
                $"""
                INSERT INTO projects (owner_id, name, color, archived, created_at, updated_at) SELECT id, 'Old', 'gray', true, now(), now() FROM users;
                UPDATE tasks SET project_id = (SELECT id FROM projects WHERE projects.owner_id = tasks.owner_id) WHERE id % 13 = 0;
                UPDATE tasks SET search_text = replace(replace('{TextSearch.Kept("Σχέδιο #", "@")}', '#', split_part(title, ' ', 2)), '@', lower(coalesce(description, '')))
                WHERE title LIKE 'Σχέδιο %';
                UPDATE tasks SET search_text = '{TextSearch.Kept("Θάλασσα", "")}' WHERE title = 'Θάλασσα'
                """);
            await _data.ExecuteAsync("VACUUM ANALYZE");
        }

        public async Task<(Page<TaskSummary> Page, IReadOnlyList<Plan> Plans)> ListAsync(CurrentUser user, string query)
        {
            var request = new DefaultHttpContext { Request = { Scheme = "http", Host = new("localhost"), QueryString = new($"?{query}") } }.Request;
            var reader = TaskListQuery.Reader(request);
            var list = TaskListQuery.Read(reader, user);
            Assert.False(reader.Errors.Any, query);

            Page<TaskSummary>? page = null;
            var plans = await PlansOfAsync(async db => page = await (await list.ReadArchivedAsync(db, user, TestContext.Current.CancellationToken)).TakeAsync(
                db, user, new DueDays(ZoneDays.Of("America/New_York"), IsOne: user.OnlyOwner() is not null || list.Owner is not null), TimeProvider.System.GetUtcNow(), request, TestContext.Current.CancellationToken));
            return (page!, plans);
        }

        public async Task<IReadOnlyList<Plan>> PlansOfAsync(Func<PrimeTaskDbContext, Task> use)
        {
            var explain = new Explain(_data);
            await using var db = Open(explain);
            await use(db);
            Assert.NotEmpty(explain.Plans);
            return explain.Plans;
        }

        public ValueTask DisposeAsync() => _data.DisposeAsync();

        private PrimeTaskDbContext Open(params IInterceptor[] interceptors) => new(
            new DbContextOptionsBuilder<PrimeTaskDbContext>().UseNpgsql(_data).UseSnakeCaseNamingConvention().AddInterceptors(interceptors).Options);
    }

    private sealed class Explain(NpgsqlDataSource data) : DbCommandInterceptor
    {
        private readonly List<Plan> _plans = [];

        public IReadOnlyList<Plan> Plans => _plans;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await using var explain = data.CreateCommand($"EXPLAIN (FORMAT JSON) {command.CommandText}");
            foreach (NpgsqlParameter parameter in command.Parameters)
                explain.Parameters.Add(parameter.Clone());
            var plan = JsonNode.Parse((string)(await explain.ExecuteScalarAsync(cancellationToken))!)!;
            _plans.Add(new Plan(command.CommandText, plan[0]!["Plan"]!));
            return result;
        }
    }
}
