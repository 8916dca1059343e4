using PrimeTask.ApiService.Tasks;

namespace PrimeTask.Tests.Tasks;

/// <summary>Tasks that are due on a day, over HTTP and in the database. What a day is in which zone: <see cref="ZoneDaysTests"/>.</summary>
public sealed class DueDayTests(PrimeTaskApp app)
{
    // The first and the last zone of every day: their dates always differ.
    // 24 hours apart: at any time of day, it is exactly one day earlier there.
    private const string First = "Pacific/Kiritimati";
    private const string Last = "Pacific/Honolulu";

    // The last nights of a winter and a summer in Brazil, the day that Samoa left out, and the ends of the calendar.
    private static readonly string[] _days = ["2018-11-03", "2018-11-04", "2018-02-17", "2018-02-18", "2011-12-29", "2011-12-30", "2011-12-31", "2030-06-15", "0001-01-01", "9999-12-31"];

    [Fact]
    public async Task DueDateAndDueDay_SetOneAfterTheOther_ReplaceEachOther()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var created = await user.PostAsync("tasks/", new { title = "Taxes", due_on = "2028-02-29", start_on = "2028-02-01" });
        Assert.Equal((HttpStatusCode.Created, "2028-02-29", null, "2028-02-01"), (created.Status, (string)created.Data["due_on"]!, created.Data["due_date"], (string)created.Data["start_on"]!));
        var path = $"tasks/{(long)created.Data["id"]!}/";

        Assert.Equal(("2030-01-01T08:00:00Z", null), Due(await user.SendAsync(HttpMethod.Patch, path, new { due_date = "2030-01-01T08:00:00Z" })));
        Assert.Equal(("2030-01-01T08:00:00Z", null), Due(await user.SendAsync(HttpMethod.Patch, path, new { due_on = (string?)null })));
        Assert.Equal((null, "2030-01-02"), Due(await user.SendAsync(HttpMethod.Patch, path, new { due_on = "2030-01-02", due_date = (string?)null })));
        Assert.Equal((null, "2030-01-02"), Due(await user.SendAsync(HttpMethod.Patch, path, new { due_date = (string?)null, title = "Tax" })));
        Assert.Equal((null, "2030-01-02"), Due(await user.GetAsync(path)));
        var replaced = await user.SendAsync(HttpMethod.Put, path, new { title = "Tax" });
        Assert.Equal((null, null), Due(replaced));
        Assert.Null(replaced.Data["start_on"]);
        var bulk = await user.PostAsync("tasks/bulk/", new { operations = new object[] { new { op = "create", data = new { title = "All day", due_on = "2030-01-03" } }, new { op = "update", id = (long)created.Data["id"]!, data = new { due_on = "2030-01-04" } } } });
        Assert.Equal(["2030-01-03", "2030-01-04"], bulk.Data["results"]!.AsArray().Select(result => (string)result!["data"]!["due_on"]!));

        static (string? Date, string? Day) Due(ApiResponse response) => ((string?)response.Data["due_date"], (string?)response.Data["due_on"]);
    }

    [Theory]
    [InlineData("2027-02-29")]
    [InlineData("2027-2-1")]
    [InlineData("2027-02-01T00:00:00Z")]
    [InlineData("tomorrow")]
    [InlineData("")]
    [InlineData("٢٠٢٧-٠٢-٠١")]
    public async Task Days_ThatAreNone_AreRefused(string day)
    {
        using var user = await ApiUser.RegisterAsync(app);

        var response = await user.PostAsync("tasks/", new { title = "Taxes", due_on = day, start_on = day });

        Assert.Equal(["due_on", "start_on"], response.MustFail(HttpStatusCode.BadRequest, "Validation failed").Body!["errors"]!.AsObject().Select(error => error.Key).Order());
    }

    [Fact]
    public async Task DueDateAndDueDay_BothAtOnce_AreRefused()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var id = await user.AddTaskAsync();
        object both = new { title = "Taxes", due_on = "2030-01-01", due_date = "2030-01-01T00:00:00Z" };

        foreach (var response in new[] { await user.PostAsync("tasks/", both), await user.SendAsync(HttpMethod.Put, $"tasks/{id}/", both), await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", both) })
            Assert.Equal(["Give either due_date or due_on."], response.MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("due_on"));
    }

    [Fact]
    public async Task Filters_OfDays_FollowTheOwnersZoneAndThatOfTheRequest()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var today = ZoneDays.Of(First).DateAt(TimeProvider.System.GetUtcNow());
        foreach (var days in new[] { -1, 0, 1, 6, 7 })
            await user.PostAsync("tasks/", new { title = $"{days}", due_on = $"{today.AddDays(days):yyyy-MM-dd}" });
        await user.PostAsync("tasks/", new { title = "none", start_on = $"{today.AddDays(1):yyyy-MM-dd}" });
        await user.PostAsync("tasks/", new { title = "done", due_on = $"{today.AddDays(-1):yyyy-MM-dd}", status = "completed" });
        await MoveAsync(user, First);

        Assert.Equal((string[])["-1"], await TitlesAsync("due=overdue"));
        Assert.Equal((string[])["-1"], await TitlesAsync("overdue=true"));
        Assert.Equal((string[])["-1", "0", "1", "6", "7", "done", "none"], (await TitlesAsync("overdue=false")).Append("-1").Order(StringComparer.Ordinal));
        Assert.Equal((string[])["0"], await TitlesAsync("due=today"));
        Assert.Equal((string[])["1"], await TitlesAsync("due=tomorrow"));
        Assert.Equal((string[])["0", "1", "6"], await TitlesAsync("due=week"));
        Assert.Equal((string[])["1", "6", "7"], await TitlesAsync("due=upcoming"));
        Assert.Equal((string[])["none"], await TitlesAsync("due=none"));
        Assert.Equal((string[])["-1", "0", "1", "6", "7"], (await TitlesAsync("start=now&status=open")).Order(StringComparer.Ordinal));
        Assert.Equal((1, 1), await StatsAsync());

        // There it is still the day before.
        Assert.Empty(await TitlesAsync($"due=overdue&time_zone={Last}"));
        Assert.Equal((string[])["-1", "done"], (await TitlesAsync($"due=today&time_zone={Last}")).Order(StringComparer.Ordinal));
        Assert.Equal((string[])["0"], await TitlesAsync($"due=tomorrow&time_zone={Last}"));
        await MoveAsync(user, Last);
        Assert.Empty(await TitlesAsync("due=overdue"));
        Assert.Equal((0, 1), await StatsAsync());
        await MoveAsync(user, First);
        Assert.Equal((1, 1), await StatsAsync());

        var filtered = (await user.GetAsync("tasks/stats/?due=upcoming&status=open")).Data;
        Assert.Equal((3, 3, 0, 0), ((int)filtered["total"]!, (int)filtered["pending"]!, (int)filtered["overdue"]!, (int)filtered["due_today"]!));

        async Task<string[]> TitlesAsync(string query) =>
            [.. (await user.GetAsync($"tasks/?ordering=due_date&{query}")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!)];

        async Task<(int Overdue, int DueToday)> StatsAsync()
        {
            var stats = (await user.GetAsync("tasks/stats/")).Data;
            return ((int)stats["overdue"]!, (int)stats["due_today"]!);
        }
    }

    [Fact]
    public async Task Filters_OfAnAdmin_FollowEachOwnersZone()
    {
        using var east = await ApiUser.RegisterAsync(app);
        using var west = await ApiUser.RegisterAsync(app);
        using var admin = await ApiUser.SignInAdminAsync(app);
        var yesterday = ZoneDays.Of(First).DateAt(TimeProvider.System.GetUtcNow()).AddDays(-1);
        var mark = Guid.NewGuid().ToString("N");
        foreach (var (user, zone) in new[] { (east, First), (west, Last) })
        {
            await MoveAsync(user, zone);
            await user.PostAsync("tasks/", new { title = $"{mark} {zone}", due_on = $"{yesterday:yyyy-MM-dd}", start_on = $"{yesterday.AddDays(1):yyyy-MM-dd}" });
        }

        foreach (var (query, zone) in new[] { ("overdue=true", First), ("due=overdue", First), ("overdue=false", Last), ("due=today", Last), ("due=week", Last), ("start=now", First), ($"overdue=true&owner={east.Id}", First) })
            Assert.Equal($"{mark} {zone}", Assert.Single(await TitlesAsync(query)));
        Assert.Empty(await TitlesAsync($"overdue=true&time_zone={Last}"));
        Assert.Equal((1, 0), await StatsAsync(east));
        Assert.Equal((0, 1), await StatsAsync(west));
        Assert.True((int)(await admin.GetAsync("tasks/stats/")).Data["overdue"]! > 0);
        (await admin.GetAsync("tasks/stats/?status=open")).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("owner");

        async Task<string[]> TitlesAsync(string query) =>
            [.. (await admin.GetAsync($"tasks/?search={mark}&{query}")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!)];

        async Task<(int Overdue, int DueToday)> StatsAsync(ApiUser owner)
        {
            var stats = (await admin.GetAsync($"tasks/stats/?owner={owner.Id}")).Data;
            return ((int)stats["overdue"]!, (int)stats["due_today"]!);
        }
    }

    /// <summary>In every zone an all-day task comes after the times of its day, and a walk by cursor finds each task once, in the order of the list.</summary>
    [Theory]
    [InlineData(First)]
    [InlineData(Last)]
    [InlineData("UTC")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Pacific/Apia")]
    public async Task Order_ByDueDate_HasAllDayTasksWhereTheirDayEnds(string zone)
    {
        using var user = await ApiUser.RegisterAsync(app);
        await MoveAsync(user, zone);
        var days = ZoneDays.Of(zone);
        List<(long Id, DateTimeOffset At, DateOnly? Day)> known = [];
        foreach (var day in _days.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)))
        {
            var allDay = await user.PostAsync("tasks/", new { title = $"{day:o}", due_on = $"{day:yyyy-MM-dd}" });
            known.Add(((long)allDay.Data["id"]!, days.EndOf(day), day));
            if (day.Year is < 2000 or > 3000)
                continue;
            foreach (var minutes in new[] { -1, 0 })
            {
                var at = days.EndOf(day).AddMinutes(minutes);
                var timed = await user.PostAsync("tasks/", new { title = $"{at:o}", due_date = $"{at:yyyy-MM-ddTHH:mm:ssZ}" });
                known.Add(((long)timed.Data["id"]!, at, null));
            }
        }

        var undated = await user.AddTaskAsync();
        long[] expected = [.. known.OrderBy(task => task.At).ThenBy(task => task.Day ?? DateOnly.MaxValue).ThenBy(task => task.Day is null).ThenBy(task => task.Id).Select(task => task.Id)];

        Assert.Equal(expected.Append(undated), await WalkAsync("due_date"));
        Assert.Equal(expected.Reverse().Append(undated), await WalkAsync("-due_date"));

        async Task<long[]> WalkAsync(string ordering)
        {
            List<long> found = [];
            for (var cursor = ""; cursor is not null;)
            {
                var page = (await user.GetAsync($"tasks/?ordering={ordering}&page_size=2{(cursor == "" ? "" : $"&cursor={cursor}")}")).Data;
                found.AddRange(page["results"]!.AsArray().Select(task => (long)task!["id"]!));
                cursor = (string?)page["next_cursor"];
            }

            var whole = (await user.GetAsync($"tasks/?ordering={ordering}&page_size=100")).Data["results"]!.AsArray().Select(task => (long)task!["id"]!);
            Assert.Equal(whole, found);
            return [.. found];
        }
    }

    /// <summary>The last days of the calendar are what people write for “some day”.</summary>
    [Theory]
    [InlineData("UTC")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/Adak")]
    public async Task Walk_ByDueDateOverTheLastDays_HasEachTaskOnce(string zone)
    {
        using var user = await ApiUser.RegisterAsync(app);
        await MoveAsync(user, zone);
        object[] tasks =
        [
            new { title = "a", due_date = "9999-12-31T23:59:59Z" }, new { title = "b", due_on = "9999-12-31" }, new { title = "c", due_on = "9999-12-30" },
            new { title = "d", due_date = "9999-12-30T12:00:00Z" }, new { title = "e", due_on = "9999-12-28" }, new { title = "f" },
        ];
        foreach (var task in tasks)
            Assert.Equal(HttpStatusCode.Created, (await user.PostAsync("tasks/", task)).Status);
        foreach (var ordering in new[] { "due_date", "-due_date" })
        {
            var whole = (await user.GetAsync($"tasks/?ordering={ordering}")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!).ToArray();
            var walked = new List<string>();
            string? cursor = null;
            do
            {
                var page = (await user.GetAsync($"tasks/?ordering={ordering}&page_size=1{(cursor is null ? "" : $"&cursor={cursor}")}")).Data;
                walked.AddRange(page["results"]!.AsArray().Select(task => (string)task!["title"]!));
                cursor = (string?)page["next_cursor"];
            }
            while (cursor is not null && walked.Count <= tasks.Length);
            Assert.Equal(whole, walked);
        }

        // Its end is after that.
        Assert.DoesNotContain("b", (await user.GetAsync("tasks/?due_before=9999-12-30T00:00:00Z")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!));
        Assert.Superset(new HashSet<string> { "a", "b" }, (await user.GetAsync("tasks/?due_after=9999-12-29T12:00:00Z")).Data["results"]!.AsArray().Select(task => (string)task!["title"]!).ToHashSet());
    }

    [Fact]
    public async Task DueBeforeAndAfter_OfAllDayTasks_ComparTheEndsOfTheirDays()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await MoveAsync(user, "America/New_York");
        await user.PostAsync("tasks/", new { title = "All day", due_on = "2030-01-01" });

        foreach (var (query, count) in new[] { ("due_before=2030-01-02T05:00:00Z", 1), ("due_before=2030-01-02T04:59:59Z", 0), ("due_after=2030-01-02T04:59:59Z", 1), ("due_after=2030-01-02T05:00:00Z", 0), ("due_before=2030-01-02T05:00:00Z&time_zone=America/Los_Angeles", 0) })
            Assert.Equal(count, (int)(await user.GetAsync($"tasks/?{query}")).Data["count"]!);
    }

    [Fact]
    public async Task TimeZone_OfAProfile_IsTakenAtRegistrationAndChanged()
    {
        using var user = ApiUser.Anonymous(app);
        var registered = await user.PostAsync("auth/register/", new { email = user.Email, username = user.Username, password = ApiUser.Password, password_confirm = ApiUser.Password, time_zone = "Asia/Kolkata" });
        Assert.Equal("Asia/Kolkata", (string)registered.Data["user"]!["time_zone"]!);
        user.Use((string)registered.Data["tokens"]!["access"]!, "");

        Assert.Equal("Asia/Kolkata", (string)(await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { first_name = "Ada" })).Data["time_zone"]!);
        Assert.Equal("Europe/Kyiv", (string)(await user.SendAsync(HttpMethod.Put, "auth/profile/", new { username = user.Username, time_zone = "Europe/Kyiv" })).Data["time_zone"]!);
        foreach (var name in new[] { "", "Mars/Olympus_Mons", "europe/kyiv", "UTC+5", "+05:30", "../../etc/passwd", "\0", " UTC", "localtime", new string('a', 100_000), "𝔘𝔗ℭ" })
        {
            var refused = await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = name });
            Assert.Contains("Unknown time zone.", refused.MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("time_zone")[0], StringComparison.Ordinal);
        }

        (await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = (string?)null })).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("time_zone");
        (await user.GetAsync("tasks/?due=today&time_zone=Mars")).MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors("time_zone");
        Assert.Equal("Europe/Kyiv", (string)(await user.GetAsync("auth/profile/")).Data["time_zone"]!);
    }

    /// <summary>A replica of the release before knows no due_on, and leaves it beside the time that it sets.</summary>
    [Fact]
    public async Task DueDate_SetBesideADueDay_Holds()
    {
        using var user = await ApiUser.RegisterAsync(app);
        await user.PostAsync("tasks/", new { title = "Both", due_on = "2001-01-01" });
        await using (var data = await app.OpenDatabaseAsync())
            await data.ExecuteAsync($"UPDATE tasks SET due_date = '2091-01-01Z' WHERE owner_id = {user.Id}");

        var task = (await user.GetAsync("tasks/?ordering=due_date&overdue=false")).Data["results"]![0]!;
        Assert.Equal(("2091-01-01T00:00:00Z", null), ((string?)task["due_date"], (string?)task["due_on"]));
        Assert.Equal(0, (int)(await user.GetAsync("tasks/stats/")).Data["overdue"]!);
    }

    private static async Task MoveAsync(ApiUser user, string zone) =>
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = zone })).Status);
}
