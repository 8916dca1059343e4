using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrimeTask.ApiService.Data;
using PrimeTask.ApiService.Idempotency;

namespace PrimeTask.Tests.Idempotency;

public sealed class IdempotencyTests(PrimeTaskApp app)
{
    [Fact]
    public async Task Create_SameKeyFiftyTimesAtOnce_MakesOneTask()
    {
        using var user = await ApiUser.RegisterAsync(app);

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => user.PostAsync("tasks/", new { title = "Once" }, Key("fifty"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.Status));
        Assert.Single(responses.Select(response => (response.Body!.ToJsonString(), response.ETag, response.Location)).Distinct());
        Assert.Equal(1, (int)(await user.GetAsync("tasks/")).Data["count"]!);
    }

    [Fact]
    public async Task Create_SameKey_GivesTheFirstResponseWhateverBecameOfTheTask()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var body = new { title = "First", due_date = "2026-12-01T10:00:00.123456+02:00", description = "d" };
        var first = await user.PostAsync("tasks/", body, Key("k"));
        await user.SendAsync(HttpMethod.Patch, $"tasks/{first.Data["id"]}/", new { title = "Changed" });

        // Another order of members and another way to write the same time are the same request.
        var again = await user.PostAsync("tasks/", new { description = "d", due_date = "2026-12-01T08:00:00.123456Z", title = " First" }, Key("k"));

        Assert.Equal((first.Body!.ToJsonString(), first.ETag, first.Location), (again.Body!.ToJsonString(), again.ETag, again.Location));
        (await user.PostAsync("tasks/", new { title = "Other" }, Key("k"))).MustFail(HttpStatusCode.UnprocessableEntity, "Idempotency key already used");
        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", new { title = "Other" }, Key("k2"))).Status);
        Assert.Equal(2, (int)(await user.GetAsync("tasks/")).Data["count"]!);
    }

    [Fact]
    public async Task Create_SameKeyAfterItsProjectIsGone_GivesTheFirstResponse()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var project = (long)(await user.PostAsync("projects/", new { name = "Short" })).Data["id"]!;
        var first = await user.PostAsync("tasks/", new { title = "x", project }, Key("gone"));
        await user.SendAsync(HttpMethod.Delete, $"projects/{project}/");

        var again = await user.PostAsync("tasks/", new { title = "x", project }, Key("gone"));

        Assert.Equal((HttpStatusCode.Created, first.Body!.ToJsonString()), (again.Status, again.Body!.ToJsonString()));
    }

    [Theory]
    [InlineData("projects/")]
    [InlineData("views/")]
    public async Task Create_OfAProjectOrView_IsDoneOnceForAKey(string path)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => user.PostAsync(path, new { name = "Once" }, Key("k"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Created, response.Status));
        Assert.Single(responses.Select(response => (response.Body!.ToJsonString(), response.ETag, response.Location)).Distinct());
        Assert.Equal(1, (int)(await user.GetAsync(path)).Data["count"]!);
        (await user.PostAsync(path, new { name = "Other" }, Key("k"))).MustFail(HttpStatusCode.UnprocessableEntity, "Idempotency key already used");

        await user.SendAsync(HttpMethod.Delete, $"{path}{responses[0].Data["id"]}/");
        (await user.PostAsync(path, new { name = "Once" }, Key("k"))).MustFail(HttpStatusCode.NotFound, "Resource not found");
        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync(path, new { name = "Once" }, Key("k2"))).Status);
    }

    [Fact]
    public async Task Keys_OfTwoUsersAndTwoOperations_AreDifferent()
    {
        using var one = await ApiUser.RegisterAsync(app);
        using var two = await ApiUser.RegisterAsync(app);
        var bulk = new { operations = new[] { new { op = "create", data = new { title = "Mine" } } } };

        Assert.Equal(HttpStatusCode.Created, (await one.PostAsync("tasks/", new { title = "Mine" }, Key("shared"))).Status);
        var other = await two.PostAsync("tasks/", new { title = "Mine" }, Key("shared"));
        Assert.Equal(two.Id, (long)other.Data["owner"]!);
        Assert.Equal(HttpStatusCode.OK, (await one.PostAsync("tasks/bulk/", bulk, Key("shared"))).Status);
    }

    [Fact]
    public async Task Create_WhatIsRefused_LeavesTheKeyFree()
    {
        using var user = await ApiUser.RegisterAsync(app);

        (await user.PostAsync("tasks/", new { title = "" }, Key("free"))).MustFail(HttpStatusCode.BadRequest, "Validation failed");
        Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", new { title = "x" }, Key("free"))).Status);
        var tooLong = (await user.PostAsync("tasks/", new { title = "x" }, Key(new string('k', 256)))).MustFail(HttpStatusCode.BadRequest, "Validation failed");
        Assert.NotEmpty(tooLong.Errors("idempotency_key"));
    }

    [Fact]
    public async Task Register_SameKeyAtOnceAndLater_MakesOneAccountWithTheSameTokens()
    {
        using var somebody = ApiUser.Anonymous(app);
        var key = Key($"register-{somebody.Username}");

        var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => somebody.PostAsync("auth/register/", somebody.Registration(), key)));
        var later = await somebody.PostAsync("auth/register/", somebody.Registration(), key);

        Assert.All(responses.Append(later), response => Assert.Equal(HttpStatusCode.Created, response.Status));
        Assert.Single(responses.Append(later).Select(response => response.Body!.ToJsonString()).Distinct());
        somebody.Use((string)later.Data["tokens"]!["access"]!, (string)later.Data["tokens"]!["refresh"]!);
        Assert.Equal(HttpStatusCode.OK, (await somebody.GetAsync("auth/profile/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await somebody.PostAsync("auth/refresh/", new { refresh = somebody.Refresh })).Status);

        (await somebody.PostAsync("auth/register/", somebody.Registration(username: somebody.Username + "2"), key))
            .MustFail(HttpStatusCode.UnprocessableEntity, "Idempotency key already used");
        (await somebody.PostAsync("auth/register/", somebody.Registration())).MustFail(HttpStatusCode.BadRequest, "Validation failed");
    }

    [Fact]
    public async Task Register_Kept_HoldsNoSecret()
    {
        using var somebody = ApiUser.Anonymous(app);
        await somebody.PostAsync("auth/register/", somebody.Registration(), Key($"register-{somebody.Username}"));

        await using var db = await app.OpenDatabaseAsync();
        var kept = await db.ReadAsync<string>("SELECT coalesce(string_agg(response, ' '), '') FROM idempotent_responses WHERE response LIKE '%SessionId%'");

        Assert.Matches("^({\"SessionId\":[0-9]+,\"Version\":1} ?)+$", kept);
    }

    [Fact]
    public async Task Create_StoredByAnEarlierRelease_IsAnsweredAgain()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await user.PostAsync("tasks/", new { title = "First", status = "completed", priority = "high", description = "d" }, Key("k"));
        // As the wire's record was kept before there was a form for it: numbers for choices, and what the wire adds.
        var kept = new JsonObject
        {
            ["Task"] = new JsonObject
            {
                ["Id"] = (long)first.Data["id"]!,
                ["Title"] = "First",
                ["Description"] = "d",
                ["Status"] = 2,
                ["StatusDisplay"] = "Completed",
                ["Priority"] = 2,
                ["PriorityDisplay"] = "High",
                ["DueDate"] = null,
                ["CompletedAt"] = (string)first.Data["completed_at"]!,
                ["Owner"] = user.Id,
                ["OwnerUsername"] = user.Username,
                ["OwnerEmail"] = user.Email,
                ["CreatedAt"] = (string)first.Data["created_at"]!,
                ["UpdatedAt"] = (string)first.Data["updated_at"]!,
            },
            ["ETag"] = first.ETag,
        };
        await using var db = await app.OpenDatabaseAsync();
        await ReplaceAsync(db, first, kept);

        var again = await user.PostAsync("tasks/", new { title = "First", status = "completed", priority = "high", description = "d" }, Key("k"));

        Assert.Equal((first.Body!.ToJsonString(), first.ETag, first.Location), (again.Body!.ToJsonString(), again.ETag, again.Location));
    }

    /// <summary>As if that member had come with this release: a response that was kept before it can't have it.</summary>
    [Fact]
    public async Task Create_StoredWithoutAMemberOfToday_IsAnsweredAgain()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var db = await app.OpenDatabaseAsync();
        var first = await user.PostAsync("tasks/", new { title = "First" }, Key("k"));
        var kept = await ReadAsync(db, first);
        Assert.Equal(1, (int)kept["Version"]!);

        foreach (var member in kept["Task"]!.AsObject().Select(member => member.Key).Except(["Id"]).ToArray())
        {
            var older = kept.DeepClone();
            older["Task"]!.AsObject().Remove(member);
            await ReplaceAsync(db, first, older);
            var again = await user.PostAsync("tasks/", new { title = "First" }, Key("k"));
            Assert.Equal((HttpStatusCode.Created, first.ETag, first.Location), (again.Status, again.ETag, again.Location));
        }
    }

    [Fact]
    public async Task Bulk_StoredWithoutAMemberOfToday_IsAnsweredAgain()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var db = await app.OpenDatabaseAsync();
        var body = new { atomic = false, operations = new object[] { new { op = "create", data = new { title = "First" } }, new { op = "delete", id = 0 } } };
        var first = await user.PostAsync("tasks/bulk/", body, Key("k"));
        var same = await user.PostAsync("tasks/bulk/", body, Key("k"));
        Assert.Equal(first.Body!.ToJsonString(), same.Body!.ToJsonString());
        var created = first with { Body = new JsonObject { ["data"] = first.Data["results"]![0]!["data"]!.DeepClone() } };
        var kept = await ReadAsync(db, created);

        foreach (var member in kept["Results"]![0]!["Data"]!.AsObject().Select(member => member.Key).Except(["Id"]).ToArray())
        {
            var older = kept.DeepClone();
            older.AsObject().Remove("Version");
            older["Results"]![0]!["Data"]!.AsObject().Remove(member);
            await ReplaceAsync(db, created, older);
            Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("tasks/bulk/", body, Key("k"))).Status);
        }
    }

    [Fact]
    public async Task Cleanup_OfExpiredResponses_LeavesTheOthersAndFreesTheKey()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var old = await user.PostAsync("tasks/", new { title = "Old" }, Key("old"));
        await user.PostAsync("tasks/", new { title = "New" }, Key("new"));
        await using var db = await app.OpenDatabaseAsync();
        await ExpireAsync(db, old);

        // Expired is free, cleaned up or not.
        var another = await user.PostAsync("tasks/", new { title = "Another" }, Key("old"));
        Assert.Equal(HttpStatusCode.Created, another.Status);
        await ExpireAsync(db, another);
        await using var services = new ServiceCollection()
            .AddDbContext<PrimeTaskDbContext>(options => options.UseNpgsql(db, npgsql => npgsql.EnableRetryOnFailure()).UseSnakeCaseNamingConvention())
            .BuildServiceProvider();
        await new IdempotencyCleanup(services.GetRequiredService<PrimeTaskDbContext>(), TimeProvider.System).CleanUpAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, await db.ReadAsync<long>("SELECT count(*) FROM idempotent_responses WHERE expires_at < now()"));
        await user.PostAsync("tasks/", new { title = "New" }, Key("new"));
        Assert.Equal(3, (int)(await user.GetAsync("tasks/")).Data["count"]!);
    }

    private static async Task ExpireAsync(NpgsqlDataSource db, ApiResponse created) =>
        Assert.Equal(1, await db.ExecuteAsync("UPDATE idempotent_responses SET expires_at = now() - interval '1 second' WHERE response LIKE $1", Kept(created)));

    private static async Task<JsonNode> ReadAsync(NpgsqlDataSource db, ApiResponse created) =>
        JsonNode.Parse(await db.ReadAsync<string>("SELECT response FROM idempotent_responses WHERE response LIKE $1", Kept(created)))!;

    private static async Task ReplaceAsync(NpgsqlDataSource db, ApiResponse created, JsonNode kept) =>
        Assert.Equal(1, await db.ExecuteAsync("UPDATE idempotent_responses SET response = $2 WHERE response LIKE $1", Kept(created), kept.ToJsonString()));

    private static string Kept(ApiResponse created) => $"%\"Id\":{created.Data["id"]},%";

    private static (string, string) Key(string key) => ("Idempotency-Key", key);
}
