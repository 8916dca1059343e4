using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PrimeTask.ApiService.Data;

namespace PrimeTask.Tests.Data;

/// <summary>Replicas of this release beside the next one's: its migration has run, and they know nothing of it.</summary>
public sealed class NewerSchemaTests(PrimeTaskApp app)
{
    /// <summary>Migrations that take away what nothing uses any more, each with the last release that used it.</summary>
    private static readonly Dictionary<string, string> _contracting = [];

    private static readonly Dictionary<string, Action<MigrationBuilder>> _disturbing = new()
    {
        ["DropColumnOperation on tasks changes what they use"] = migration => migration.DropColumn("title", "tasks"),
        ["DropTableOperation on audit changes what they use"] = migration => migration.DropTable("audit"),
        ["RenameColumnOperation on tasks changes what they use"] = migration => migration.RenameColumn("title", "tasks", "name"),
        ["RenameTableOperation on tasks changes what they use"] = migration => migration.RenameTable("tasks", newName: "items"),
        ["AlterColumnOperation on tasks changes what they use"] = migration => migration.AlterColumn<string>("title", "tasks", maxLength: 10),
        ["AddCheckConstraintOperation on tasks changes what they use"] = migration => migration.AddCheckConstraint("short", "tasks", "length(title) < 10"),
        ["the unique index ix refuses what they write"] = migration => migration.CreateIndex("ix", "tasks", "title", unique: true),
        ["tasks cannot be written while the index ix is built: use IsCreatedConcurrently"] = migration => migration.CreateIndex("ix", "tasks", "title"),
        ["they insert into tasks without the column place, which is required and has no default"] = migration => migration.AddColumn<string>("place", "tasks"),
        ["nobody can tell what this does to them: DROP TABLE tasks"] = migration => migration.Sql("DROP TABLE tasks"),
    };

    [Fact]
    public async Task Replicas_BeforeDuringAndAfterANewerMigration_Serve()
    {
        var database = await OwnDatabase.CopyAsync(app);
        (string, string)[] settings = [("ConnectionStrings__primetask", database), ("ConnectionStrings__cache", $"{await app.ConnectionAsync("cache")},defaultDatabase=8"), ("RateLimiting__Enabled", "false")];
        await using var before = await ServiceProcess.StartApiAsync(settings);
        using var user = await before.RegisterAsync();
        // What is prepared by now was prepared for the schema of today.
        for (var round = 0; round < 3; round++)
            await UseAsync(user);
        using var stop = new CancellationTokenSource();
        var meanwhile = UseUntilAsync(user, stop.Token);

        await MigrateAsync(database);
        await stop.CancelAsync();
        await meanwhile;

        await UseAsync(user);
        var (exitCode, output) = await ServiceProcess.CommandAsync(["migrate"], "", settings);
        Assert.True(exitCode == 0, output);
        await using var after = await ServiceProcess.StartApiAsync(settings);
        foreach (var replica in (ServiceProcess[])[before, after])
        {
            Assert.Equal(HttpStatusCode.OK, (await replica.GetAsync("/health")).Status);
            using var other = replica.Anonymous();
            other.Use(user.Access, user.Refresh);
            await UseAsync(other);
            using var newcomer = await replica.RegisterAsync();
            await UseAsync(newcomer);
        }
    }

    [Fact]
    public void Migrations_AfterInitial_OnlyAddUnlessTheyAreNamedAsContracting()
    {
        using var db = new PrimeTaskDbContext((DbContextOptions<PrimeTaskDbContext>)new DbContextOptionsBuilder<PrimeTaskDbContext>().UseNpgsql("Host=nowhere").ConfigurePrimeTask().Options);
        var migrations = db.GetService<IMigrationsAssembly>();
        var disturbing = migrations.Migrations.Skip(1)
            .Select(migration => (migration.Key, Disturbances: ExpandingMigrations.Disturbances(migrations.CreateMigration(migration.Value, db.Database.ProviderName!).UpOperations).ToArray()))
            .Where(migration => migration.Disturbances.Length > 0).ToArray();

        Assert.EndsWith("_Initial", migrations.Migrations.First().Key, StringComparison.Ordinal);
        Assert.All(disturbing, migration => Assert.True(_contracting.ContainsKey(migration.Key), $"{migration.Key}: {string.Join("; ", migration.Disturbances)}"));
        Assert.All(_contracting.Keys, name => Assert.Contains(name, disturbing.Select(migration => migration.Key)));
    }

    public static TheoryData<string> Disturbing => [.. _disturbing.Keys];

    [Theory]
    [MemberData(nameof(Disturbing))]
    public void Disturbances_OfWhatReplicasUse_AreFound(string sentence)
    {
        var migration = new MigrationBuilder("Npgsql");
        _disturbing[sentence](migration);

        Assert.Equal([sentence], ExpandingMigrations.Disturbances(migration.Operations));
    }

    /// <summary>As the next release's <c>migrate</c> would, with all that a migration may do by the rule.</summary>
    private static async Task MigrateAsync(string database)
    {
        var migration = new MigrationBuilder("Npgsql.EntityFrameworkCore.PostgreSQL");
        migration.AddColumn<string>("place", "tasks", nullable: false, defaultValue: "nowhere");
        migration.AddColumn<string>("colour", "tasks", nullable: true);
        migration.AddColumn<bool>("likes_mail", "users", nullable: false, defaultValueSql: "true");
        migration.AddColumn<int>("weight", "task_count_changes", nullable: true);
        migration.AddColumn<string>("device", "sessions", nullable: true);
        migration.AddColumn<string>("detail", "audit", nullable: true);
        migration.CreateTable("notes", table => new { id = table.Column<long>(), task_id = table.Column<long>() }, constraints: table => table.PrimaryKey("pk_notes", note => note.id));
        migration.CreateIndex("ix_notes_task_id", "notes", "task_id");
        migration.CreateIndex("ix_tasks_place", "tasks", "place").Annotation("Npgsql:CreatedConcurrently", true);
        Assert.Empty(ExpandingMigrations.Disturbances(migration.Operations));

        await using var db = new PrimeTaskDbContext((DbContextOptions<PrimeTaskDbContext>)new DbContextOptionsBuilder<PrimeTaskDbContext>().UseNpgsql(database).ConfigurePrimeTask().Options);
        foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate(migration.Operations))
            await OwnServers.ExecuteAsync(database, command.CommandText);
        await OwnServers.ExecuteAsync(database, "INSERT INTO \"__EFMigrationsHistory\" (migration_id, product_version) VALUES ('99990101000000_Next', '10.0.0')");
    }

    private static async Task UseUntilAsync(ApiUser user, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
            await UseAsync(user);
    }

    /// <summary>Writes, alone and in bulk, and reads back what was written.</summary>
    private static async Task UseAsync(ApiUser user)
    {
        var before = (int)(await user.GetAsync("tasks/stats/")).Data["total"]!;
        var id = await user.AddTaskAsync("One");
        var changed = await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { title = "Changed" });
        Assert.Equal((HttpStatusCode.OK, "Changed"), (changed.Status, (string)changed.Data["title"]!));
        var bulk = await user.PostAsync("tasks/bulk/", new { operations = new object[] { new { op = "update", id, data = new { priority = "high" } }, new { op = "create", data = new { title = "Two" } } } });
        Assert.True(bulk.Status == HttpStatusCode.OK, bulk.Body?.ToJsonString());
        var listed = (await user.GetAsync("tasks/?search=chang")).Data["results"]![0]!;
        Assert.Equal((id, "high"), ((long)listed["id"]!, (string)listed["priority"]!));
        Assert.Equal(before + 2, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("auth/profile/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { first_name = "Ada" })).Status);
    }
}
