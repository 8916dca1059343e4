using System.Text.Json;
using NodaTime;

namespace PrimeTask.Tests.Tasks.Recurrence;

public sealed class SeriesTests(PrimeTaskApp app)
{
    private const string Daily = "FREQ=DAILY";

    private static readonly string[] _home = ["home"];
    private static readonly string[] _homeSoon = ["home", "soon"];

    [Fact]
    public async Task Completion_OfAMonthlyTask_MakesTheNextAndKeepsTheDoneOne()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = (await user.PostAsync("tasks/", new
        {
            title = "Pay the rent",
            description = "By transfer",
            priority = "high",
            due_on = "2027-01-31",
            start_on = "2027-01-29",
            labels = _home,
            recurrence = "rrule:freq=monthly",
        })).Data;
        Assert.Equal(("FREQ=MONTHLY", "schedule", (long)first["id"]!, null), ((string)first["recurrence"]!, (string)first["recurrence_from"]!, (long)first["series"]!, first["next"]));

        var done = await user.PostAsync($"tasks/{first["id"]}/complete/", new { });
        Assert.Equal(("Task completed successfully", "completed", done.ETag), ((string)done.Body!["message"]!, (string)done.Data["status"]!, (await user.GetAsync($"tasks/{first["id"]}/")).ETag));
        var second = (await user.GetAsync($"tasks/{done.Data["next"]}/")).Data;

        Assert.Equal(("2027-02-28", "2027-02-26", "pending"), ((string)second["due_on"]!, (string)second["start_on"]!, (string)second["status"]!));
        Assert.Equal(
            ["created_at", "due_on", "id", "start_on", "updated_at"],
            second.AsObject().Where(member => !JsonNode.DeepEquals(member.Value, first[member.Key])).Select(member => member.Key).Order());
        // The day is that of the first one, whatever February has.
        var third = await NextAsync(user, second);
        Assert.Equal("2027-03-31", (string)third["due_on"]!);
        Assert.Equal(first["id"]!.ToJsonString(), third["series"]!.ToJsonString());
        Assert.Equal((3, 2), await StatsAsync(user));
        var changes = (await user.GetAsync($"tasks/{first["id"]}/history/")).Data["results"]!.AsArray().Single()!["changes"]!.AsObject();
        Assert.Equal(["completed_at", "status"], changes.Select(change => change.Key).Order());
    }

    [Theory]
    [InlineData("patch")]
    [InlineData("put")]
    [InlineData("move")]
    [InlineData("bulk update")]
    [InlineData("bulk complete")]
    public async Task Completion_InEveryWay_MakesOneAndUndoTakesItBack(string way)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var task = (await user.PostAsync("tasks/", new { title = "Water the plants", status = "in_progress", due_on = "2027-03-01", recurrence = Daily })).Data;
        var id = (long)task["id"]!;

        for (var round = 0; round < 2; round++)
        {
            var done = way switch
            {
                "patch" => await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = "completed" }),
                "put" => await user.SendAsync(HttpMethod.Put, $"tasks/{id}/", new { title = "Water the plants", status = "completed", due_on = "2027-03-01", recurrence = Daily }),
                "move" => await user.PostAsync($"tasks/{id}/move/", new { last = true, status = "completed" }),
                "bulk update" => await BulkAsync(user, new { op = "update", id, data = new { status = "completed" } }),
                _ => await BulkAsync(user, new { op = "complete", id }),
            };
            Assert.True(done.Status == HttpStatusCode.OK, done.Body!.ToJsonString());
            Assert.Equal((2, 1), await StatsAsync(user));
            // Once more makes no other one.
            await user.PostAsync($"tasks/{id}/complete/", new { });
            await BulkAsync(user, new { op = "complete", id });
            Assert.Equal((2, 1), await StatsAsync(user));

            var reopened = round == 0 ? await user.PostAsync($"tasks/{id}/reopen/", new { }) : await BulkAsync(user, new { op = "reopen", id });
            var data = round == 0 ? reopened.Data : reopened.Data["results"]![0]!["data"]!;
            Assert.Equal(("in_progress", null, null), ((string)data["status"]!, data["next"], data["completed_at"]));
            Assert.Equal((1, 0), await StatsAsync(user));
        }
    }

    [Fact]
    public async Task Reopening_OfTwoAfterAnother_LeavesOne()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "2027-03-01");
        var second = await NextAsync(user, first);
        await NextAsync(user, second);

        await user.PostAsync($"tasks/{second["id"]}/reopen/", new { });
        var reopened = await user.SendAsync(HttpMethod.Patch, $"tasks/{first["id"]}/", new { status = "pending" });

        Assert.Null(reopened.Data["next"]);
        Assert.Equal((1, 0), await StatsAsync(user));
    }

    [Fact]
    public async Task Reopening_WhereTheNextWasChanged_LeavesItAndMakesNoOther()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "2027-03-01");
        var second = await NextAsync(user, first);
        await user.SendAsync(HttpMethod.Patch, $"tasks/{second["id"]}/", new { title = "Water the cactus" });

        var reopened = await user.PostAsync($"tasks/{first["id"]}/reopen/", new { });
        Assert.Equal((second["id"]!.ToJsonString(), "pending"), (reopened.Data["next"]!.ToJsonString(), (string)reopened.Data["status"]!));
        await user.PostAsync($"tasks/{first["id"]}/complete/", new { });

        Assert.Equal((2, 1), await StatsAsync(user));
    }

    [Fact]
    public async Task Skip_OfOneOccurrence_CancelsItAndMakesTheNext()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "2027-03-01");

        var skipped = await user.PostAsync($"tasks/{first["id"]}/skip/", new { });
        var again = await user.PostAsync($"tasks/{first["id"]}/skip/", new { });

        Assert.Equal(("cancelled", skipped.Data.ToJsonString()), ((string)skipped.Data["status"]!, again.Data.ToJsonString().Replace((string)again.Data["updated_at"]!, (string)skipped.Data["updated_at"]!, StringComparison.Ordinal)));
        Assert.Equal("2027-03-02", (string)(await user.GetAsync($"tasks/{skipped.Data["next"]}/")).Data["due_on"]!);
        await user.PostAsync($"tasks/{first["id"]}/reopen/", new { });
        Assert.Equal((1, 0), await StatsAsync(user));
        var bulk = await BulkAsync(user, new { op = "skip", id = first["id"] });
        Assert.Equal(("cancelled", 200), ((string)bulk.Data["results"]![0]!["data"]!["status"]!, (int)bulk.Data["results"]![0]!["status"]!));
        Assert.Equal((2, 0), await StatsAsync(user));

        var once = await user.AddTaskAsync("Once");
        Assert.Equal(["This task does not recur."], (await user.PostAsync($"tasks/{once}/skip/", new { })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("recurrence"));
        Assert.Equal(["This task does not recur."], (await BulkAsync(user, new { op = "skip", id = once })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("operations[0].data.recurrence"));
    }

    [Fact]
    public async Task Cancellation_OfARecurringTask_EndsTheSeriesUntilItIsReopened()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "2027-03-01");

        await user.SendAsync(HttpMethod.Patch, $"tasks/{first["id"]}/", new { status = "cancelled" });
        Assert.Equal((1, 0), await StatsAsync(user));
        Assert.Equal("pending", (string)(await user.PostAsync($"tasks/{first["id"]}/reopen/", new { })).Data["status"]!);

        Assert.Equal("2027-03-02", (string)(await NextAsync(user, first))["due_on"]!);
    }

    [Fact]
    public async Task Edit_OfOneOrAllThatFollow_ReachesTheOnesItNames()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "2027-03-01", new { description = "All of them", priority = "low", labels = _home });
        await EditAsync(first, "", new { title = "Water the cactus", due_on = "2027-03-05", labels = _homeSoon });
        await EditAsync(first, "?scope=following", new { priority = "high" });
        var second = await NextAsync(user, first);
        Assert.Equal(("Water the plants", "2027-03-02", "high", "All of them", "[\"home\"]"), ((string)second["title"]!, (string)second["due_on"]!, (string)second["priority"]!, (string)second["description"]!, second["labels"]!.ToJsonString()));

        await EditAsync(second, "?scope=following", new { title = "Water all", due_date = "2027-03-10T08:00:00Z" });
        var third = await NextAsync(user, second);
        Assert.Equal(("Water all", "2027-03-11T08:00:00Z", null), ((string)third["title"]!, (string)third["due_date"]!, third["due_on"]));

        var late = await user.SendAsync(HttpMethod.Patch, $"tasks/{first["id"]}/?scope=following", new { title = "Late" });
        Assert.Equal(["The next one has been made already: change that one."], late.MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("scope"));
        Assert.Single((await user.SendAsync(HttpMethod.Patch, $"tasks/{first["id"]}/?scope=all", new { title = "All" })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("scope"));

        var bulk = await BulkAsync(user, new { op = "update", id = third["id"], scope = "following", data = new { title = "In bulk" } }, new { op = "update", id = third["id"], data = new { title = "Only here" } });
        Assert.Equal(HttpStatusCode.OK, bulk.Status);
        Assert.Equal("In bulk", (string)(await NextAsync(user, third))["title"]!);

        async Task EditAsync(JsonNode task, string query, object changes) =>
            Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, $"tasks/{task["id"]}/{query}", changes)).Status);
    }

    [Fact]
    public async Task Rule_ThatChangesOrGoes_HoldsFromThatOccurrenceOn()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var second = await NextAsync(user, await AddAsync(user, "2027-01-31", new { recurrence = "FREQ=MONTHLY" }));
        await user.SendAsync(HttpMethod.Patch, $"tasks/{second["id"]}/", new { recurrence = "FREQ=WEEKLY;COUNT=2" });

        var third = await NextAsync(user, second);
        Assert.Equal(("2027-03-07", "FREQ=WEEKLY;COUNT=2"), ((string)third["due_on"]!, (string)third["recurrence"]!));
        // That was the second.
        Assert.Null((await user.PostAsync($"tasks/{third["id"]}/complete/", new { })).Data["next"]);
        await user.PostAsync($"tasks/{third["id"]}/reopen/", new { });
        await user.SendAsync(HttpMethod.Patch, $"tasks/{third["id"]}/", new { recurrence = "FREQ=DAILY;UNTIL=20270308" });
        var fourth = await NextAsync(user, third);
        Assert.Equal("2027-03-08", (string)fourth["due_on"]!);
        Assert.Null((await user.PostAsync($"tasks/{fourth["id"]}/complete/", new { })).Data["next"]);

        var once = await AddAsync(user, "2027-01-31");
        Assert.Null((await user.SendAsync(HttpMethod.Patch, $"tasks/{once["id"]}/", new { recurrence = (string?)null })).Data["series"]);
        Assert.Null((await user.PostAsync($"tasks/{once["id"]}/complete/", new { })).Data["next"]);
    }

    [Fact]
    public async Task Rule_CountedFromCompletion_BeginsOnTheDayOfCompletion()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = "Pacific/Auckland" });
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];
        var task = await AddAsync(user, "2020-01-31", new { due_on = (string?)null, due_date = "2020-01-31T08:30:00+13:00", recurrence = "FREQ=DAILY;INTERVAL=3", recurrence_from = "completion" });
        var before = Now();
        var next = await NextAsync(user, task);
        var after = Now();

        var due = Instant.FromDateTimeOffset((DateTimeOffset)next["due_date"]!).InZone(zone).LocalDateTime;
        Assert.Contains(due, new[] { before, after }.Select(now => now.Date.PlusDays(3) + new LocalTime(8, 30)));
        Assert.Equal("completion", (string)next["recurrence_from"]!);

        LocalDateTime Now() => SystemClock.Instance.GetCurrentInstant().InZone(zone).LocalDateTime;
    }

    [Fact]
    public async Task DueDate_OfARecurringTask_IsNeeded()
    {
        using var user = await ApiUser.RegisterAsync(app);
        const string sentence = "A recurring task needs a due date.";
        Assert.Equal([sentence], (await user.PostAsync("tasks/", new { title = "x", recurrence = Daily })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("recurrence"));
        var once = await user.AddTaskAsync();
        Assert.Equal([sentence], (await user.SendAsync(HttpMethod.Patch, $"tasks/{once}/", new { recurrence = Daily })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("recurrence"));
        Assert.Equal([sentence], (await BulkAsync(user, new { op = "update", id = once, data = new { recurrence = Daily } })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("operations[0].data.recurrence"));
        var task = await AddAsync(user, "2027-01-31");
        Assert.Equal([sentence], (await user.SendAsync(HttpMethod.Patch, $"tasks/{task["id"]}/", new { due_on = (string?)null })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("recurrence"));
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, $"tasks/{task["id"]}/", new { due_date = "2027-01-31T08:00:00Z" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, $"tasks/{task["id"]}/", new { due_date = (string?)null, recurrence = (string?)null })).Status);
        Assert.Equal(["FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY."], (await user.PostAsync("tasks/", new { title = "x", due_on = "2027-01-31", recurrence = "FREQ=HOURLY" })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("recurrence"));
        Assert.Single((await user.PostAsync("tasks/", new { title = "x", due_on = "2027-01-31", recurrence = Daily, recurrence_from = "today" })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("recurrence_from"));
    }

    [Fact]
    public async Task Completions_AtTheSameTime_MakeOneNext()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var task = await AddAsync(user, "2027-01-31");

        var done = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => number % 4 == 0
            ? BulkAsync(user, new { op = "complete", id = task["id"] })
            : number % 4 == 1 ? user.PostAsync($"tasks/{task["id"]}/move/", new { first = true, status = "completed" })
            : user.PostAsync($"tasks/{task["id"]}/complete/", new { })));

        Assert.All(done, response => Assert.Equal(HttpStatusCode.OK, response.Status));
        Assert.Equal((2, 1), await StatsAsync(user));
    }

    [Fact]
    public async Task Trash_OfTheTaskThatGoesOn_EndsTheSeriesUntilItIsRestored()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "2027-03-01");
        var second = await NextAsync(user, first);
        await user.SendAsync(HttpMethod.Delete, $"tasks/{second["id"]}/");
        // The first goes on instead of it, and what is restored then is a task of its own.
        Assert.Null((await user.PostAsync($"tasks/{first["id"]}/reopen/", new { })).Data["next"]);
        var other = await NextAsync(user, first);
        Assert.Equal("2027-03-02", (string)other["due_on"]!);

        var restored = (await user.PostAsync($"tasks/{second["id"]}/restore/", new { })).Data;
        Assert.Null(restored["recurrence"]);
        Assert.Null((await user.PostAsync($"tasks/{second["id"]}/complete/", new { })).Data["next"]);

        await user.SendAsync(HttpMethod.Delete, $"tasks/{other["id"]}/");
        Assert.Equal(Daily, (string)(await user.PostAsync($"tasks/{other["id"]}/restore/", new { })).Data["recurrence"]!);
        Assert.Equal("2027-03-03", (string)(await NextAsync(user, other))["due_on"]!);
    }

    [Fact]
    public async Task Restoration_OfTwoThatWouldGoOn_LeavesOneSeries()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "2027-03-01");
        var second = await NextAsync(user, first);
        await user.SendAsync(HttpMethod.Delete, $"tasks/{second["id"]}/");
        await user.PostAsync($"tasks/{first["id"]}/reopen/", new { });
        await user.SendAsync(HttpMethod.Delete, $"tasks/{first["id"]}/");

        var bulk = await BulkAsync(user, new { op = "restore", id = first["id"] }, new { op = "restore", id = second["id"] });

        Assert.Single(bulk.Data["results"]!.AsArray(), result => result!["data"]!["recurrence"] is not null);
    }

    [Fact]
    public async Task Completion_OfAParent_GivesTheNextItsSubtasksToBeDone()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var first = await AddAsync(user, "2027-03-01", new { recurrence = "FREQ=WEEKLY" });
        foreach (var (title, status, day) in new[] { ("Hoover", "completed", "2027-02-28"), ("Mop", "pending", null), ("Polish", "cancelled", null) })
            await user.PostAsync("tasks/", new { title, status, due_on = day, parent = first["id"] });

        var second = await NextAsync(user, first);
        var subtasks = (await user.GetAsync($"tasks/?parent={second["id"]}&ordering=position")).Data["results"]!.AsArray();
        Assert.Equal(["Hoover pending 2027-03-07", "Mop pending "], subtasks.Select(task => $"{task!["title"]} {task["status"]} {task["due_on"]}"));
        Assert.Equal(2, (int)second["subtasks"]!["total"]!);

        // As they were made, they go with it; one that somebody has done keeps it.
        Assert.Null((await user.PostAsync($"tasks/{first["id"]}/reopen/", new { })).Data["next"]);
        Assert.Equal(4, (int)(await user.GetAsync("tasks/stats/")).Data["total"]!);
        second = await NextAsync(user, first);
        var done = (await user.GetAsync($"tasks/?parent={second["id"]}")).Data["results"]![0]!;
        await user.PostAsync($"tasks/{done["id"]}/complete/", new { });
        Assert.NotNull((await user.PostAsync($"tasks/{first["id"]}/reopen/", new { })).Data["next"]);
    }

    [Fact]
    public async Task Duplicate_OfARecurringTask_IsASeriesOfItsOwn()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var second = await NextAsync(user, await AddAsync(user, "2027-01-31", new { recurrence = "FREQ=MONTHLY" }));

        var copy = (await user.PostAsync($"tasks/{second["id"]}/duplicate/", new { })).Data;

        Assert.Equal((copy["id"]!.ToJsonString(), null, "FREQ=MONTHLY"), (copy["series"]!.ToJsonString(), copy["next"], (string)copy["recurrence"]!));
        Assert.Equal("2027-03-28", (string)(await NextAsync(user, copy))["due_on"]!);
    }

    [Fact]
    public async Task Series_OfSomebodyElse_IsFoundByAdminsAlone()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var task = await AddAsync(user, "2027-03-01");
        await user.PostAsync("tasks/", new { title = "A part of it", parent = task["id"] });
        foreach (var step in new[] { "complete", "reopen", "skip" })
            (await other.PostAsync($"tasks/{task["id"]}/{step}/", new { })).MustFail(HttpStatusCode.NotFound, "Resource not found");
        (await user.PostAsync($"tasks/{task["id"]}/complete/", new { }, ("If-Match", "\"old\""))).MustFail(HttpStatusCode.PreconditionFailed, "The resource has changed");

        var done = (await admin.PostAsync($"tasks/{task["id"]}/complete/", new { })).Data;

        Assert.Equal(user.Id, (long)(await user.GetAsync($"tasks/{done["next"]}/")).Data["owner"]!);
        await using var data = await app.OpenDatabaseAsync();
        Assert.Equal("task_changed task_created task_created", await data.ReadAsync<string>("SELECT string_agg(event, ' ' ORDER BY id) FROM audit WHERE subject_id = $1 AND actor_id = $2", user.Id, admin.Id));
    }

    [Fact]
    public async Task Export_OfASeries_GoesOnOnceInAnotherAccount()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        await NextAsync(user, await AddAsync(user, "2027-01-31", new { recurrence = "FREQ=MONTHLY", recurrence_from = "completion" }));
        foreach (var (format, type) in new[] { ("json", "application/json"), ("csv", "text/csv") })
        {
            await user.PostAsync("export/", new { format });
            await user.TransferAsync("export/");
            var file = await user.DownloadAsync("export/file/");
            var import = await other.ImportAsync(System.Text.Encoding.UTF8.GetString(file.Content), type);
            Assert.True((string)import["state"]! == "done", import.ToJsonString());
        }

        var tasks = (await other.GetAsync("tasks/?ordering=id")).Data["results"]!.AsArray();
        Assert.Equal(["completed", "pending FREQ=MONTHLY completion", "completed", "pending FREQ=MONTHLY completion"], tasks.Select(task =>
            task!["recurrence"] is { } rule ? $"{task["status"]} {rule} {task["recurrence_from"]}" : (string)task["status"]!));
    }

    /// <summary>At every change of clocks of 40 zones, at month ends and in leap years: the local time stays, and no day is off by one.</summary>
    [Fact]
    public async Task DueDates_InEveryZone_KeepTheLocalTime()
    {
        using var user = await ApiUser.RegisterAsync(app);
        (string Rule, Func<LocalDate, LocalDate> Next)[] rules =
        [
            (Daily, day => day.PlusDays(1)),
            ("FREQ=WEEKLY;INTERVAL=2", day => day.PlusWeeks(2)),
            ("FREQ=MONTHLY", day => day.PlusMonths(1)),
            ("FREQ=YEARLY", day => day.PlusYears(1)),
        ];
        foreach (var name in ZoneDaysTests.Zones.Select(row => row.Data))
        {
            var zone = DateTimeZoneProviders.Tzdb[name];
            await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = name });
            var changes = zone.GetZoneIntervals(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2028, 6, 1, 0, 0)).Where(interval => interval.HasStart).Select(interval => interval.IsoLocalStart)
                .Where(start => start.Year >= 2026).Take(4).SelectMany(start => new[] { start.Date.PlusDays(-1) + new LocalTime(2, 30), start.PlusDays(-1) });
            LocalDateTime[] slots = [.. changes, new(2027, 1, 31, 23, 59), new(2028, 1, 31, 0, 0), new(2028, 2, 29, 12, 0), new(2027, 12, 31, 0, 30)];
            var cases = slots.Where(slot => zone.MapLocal(slot).Count > 0).SelectMany(slot => rules.Select(rule => (Slot: slot, Due: zone.AtLeniently(slot), rule.Rule, Next: rule.Next(slot.Date) + slot.TimeOfDay))).ToArray();

            var created = await BulkAsync(user, [.. cases.Select(one => (object)new { op = "create", data = new { title = one.Rule, due_date = one.Due.ToDateTimeOffset(), recurrence = one.Rule } })]);
            var ids = created.Data["results"]!.AsArray().Select(result => (long)result!["data"]!["id"]!).ToArray();
            var done = await BulkAsync(user, [.. ids.Select(id => (object)new { op = "complete", id })]);
            var nexts = done.Data["results"]!.AsArray().Select(result => (long)result!["data"]!["next"]!).ToArray();
            var shown = await BulkAsync(user, [.. nexts.Select(id => (object)new { op = "update", id, data = new { } })]);

            foreach (var (one, result) in cases.Zip(shown.Data["results"]!.AsArray()))
            {
                var due = Instant.FromDateTimeOffset((DateTimeOffset)result!["data"]!["due_date"]!);
                // Where clocks skip the time, it is as much later; where they show it twice, it is the first.
                Assert.True(due == zone.AtLeniently(one.Next).ToInstant(), $"{name}: {one.Rule} after {one.Slot}: {due.InZone(zone)}, not {one.Next}");
            }
        }
    }

    /// <summary>Clocks skip 2:30 on one day: the days after it have it again.</summary>
    [Fact]
    public async Task DueDate_AtATimeThatClocksSkip_IsBackTheDayAfter()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = "Europe/Berlin" });
        var task = await AddAsync(user, "2027-03-27", new { due_on = (string?)null, due_date = "2027-03-27T02:30:00+01:00" });

        var skipped = await NextAsync(user, task);
        var after = await NextAsync(user, skipped);

        Assert.Equal(("2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z"), ((string)skipped["due_date"]!, (string)after["due_date"]!));
    }

    [Theory]
    [InlineData("2026-12-01", "9999-12-31")]
    [InlineData("9999-12-30", null)]
    public async Task Completion_NearTheLastDay_EndsThere(string day, string? start)
    {
        using var user = await ApiUser.RegisterAsync(app);
        var task = (await user.PostAsync("tasks/", new { title = "Someday", due_on = day, start_on = start, recurrence = Daily })).Data;
        await user.PostAsync("tasks/", new { title = "Its part", parent = (long)task["id"]!, due_on = "9999-12-31", start_on = "9999-12-31" });
        await user.PostAsync("tasks/", new { title = "Its other part", parent = (long)task["id"]!, due_date = "9999-12-31T23:59:59Z" });

        var done = await user.PostAsync($"tasks/{task["id"]}/complete/", new { });
        Assert.Equal((HttpStatusCode.OK, "completed"), (done.Status, (string)done.Data["status"]!));
        var next = (await user.GetAsync($"tasks/{done.Data["next"]}/")).Data;
        Assert.Equal((start, 2), ((string?)next["start_on"], (int)next["subtasks"]!["total"]!));
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync($"tasks/{next["id"]}/complete/", new { })).Status);
    }

    /// <summary>The next one can't be taken back where the task became a part of it, or recurs no more.</summary>
    [Fact]
    public async Task Reopening_WhereTheNextIsNeeded_LeavesIt()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var under = await AddAsync(user, "2027-03-01");
        var next = await NextAsync(user, under);
        var changed = await user.SendAsync(HttpMethod.Patch, $"tasks/{under["id"]}/", new { status = "pending", parent = (long)next["id"]! });
        Assert.Equal((HttpStatusCode.OK, (long)next["id"]!), (changed.Status, (long)changed.Data["parent"]!));

        var ended = await AddAsync(user, "2027-03-01");
        next = await NextAsync(user, ended);
        await user.SendAsync(HttpMethod.Patch, $"tasks/{ended["id"]}/", new { recurrence = (string?)null });
        Assert.Equal("pending", (string)(await user.PostAsync($"tasks/{ended["id"]}/reopen/", new { })).Data["status"]!);
        Assert.Equal(Daily, (string)(await user.GetAsync($"tasks/{next["id"]}/")).Data["recurrence"]!);
    }

    /// <summary>Nobody has changed the next one: where it is follows from its parent, and the order of its labels from undoing.</summary>
    [Fact]
    public async Task Reopening_AfterWhatIsNoChangeOfTheNext_TakesItBack()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var labelled = await AddAsync(user, "2027-03-01", new { labels = _homeSoon });
        var next = await NextAsync(user, labelled);
        await user.SendAsync(HttpMethod.Delete, "labels/home/");
        await user.PostAsync("labels/home/restore/", new { });
        await user.PostAsync($"tasks/{labelled["id"]}/reopen/", new { });
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"tasks/{next["id"]}/")).Status);

        var project = (long)(await user.PostAsync("projects/", new { name = "House" })).Data["id"]!;
        var parent = await user.AddTaskAsync();
        var moved = await AddAsync(user, "2027-03-01", new { project });
        await user.SendAsync(HttpMethod.Patch, $"tasks/{moved["id"]}/", new { parent });
        next = await NextAsync(user, moved);
        Assert.Equal((parent, null), ((long)next["parent"]!, (long?)next["project"]));
        await user.PostAsync($"tasks/{moved["id"]}/reopen/", new { });
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"tasks/{next["id"]}/")).Status);
    }

    /// <summary>What is deleted in the same request is in the trash, and not taken back.</summary>
    [Fact]
    public async Task Bulk_DeletingTheNextAndReopening_LeavesItInTheTrash()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var task = await AddAsync(user, "2027-03-01");
        var next = await NextAsync(user, task);

        var done = await BulkAsync(user, new { op = "delete", id = (long)next["id"]! }, new { op = "reopen", id = (long)task["id"]! });

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Null((await user.GetAsync($"tasks/{task["id"]}/")).Data["next"]);
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync($"tasks/{next["id"]}/restore/", new { })).Status);
    }

    private static async Task<JsonNode> AddAsync(ApiUser user, string day, object? more = null)
    {
        var task = new JsonObject { ["title"] = "Water the plants", ["due_on"] = day, ["recurrence"] = Daily };
        foreach (var (member, value) in more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject())
            task[member] = value?.DeepClone();
        var response = await user.PostAsync("tasks/", task);
        Assert.True(response.Status == HttpStatusCode.Created, response.Body!.ToJsonString());
        return response.Data;
    }

    /// <summary>Completes it.</summary>
    private static async Task<JsonNode> NextAsync(ApiUser user, JsonNode task) =>
        (await user.GetAsync($"tasks/{(await user.PostAsync($"tasks/{task["id"]}/complete/", new { })).Data["next"]}/")).Data;

    private static async Task<(int Total, int Completed)> StatsAsync(ApiUser user)
    {
        var stats = (await user.GetAsync("tasks/stats/")).Data;
        return ((int)stats["total"]!, (int)stats["completed"]!);
    }

    private static Task<ApiResponse> BulkAsync(ApiUser user, params object[] operations) => user.PostAsync("tasks/bulk/", new { operations });
}
