using NodaTime;

namespace PrimeTask.Tests.Tasks.Stats;

public sealed class CompletedPerDayTests(PrimeTaskApp app)
{
    private const string Path = "tasks/stats/completed/";

    /// <summary>Half and quarter hours, half an hour of daylight saving, clocks that skip or repeat midnight itself, both hemispheres.</summary>
    public static TheoryData<string> Zones =>
    [
        "UTC", "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns", "America/New_York", "Pacific/Auckland", "Pacific/Chatham", "Australia/Lord_Howe",
        "Africa/Cairo", "Asia/Beirut", "America/Havana", "America/Santiago", "Atlantic/Azores", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    ];

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Series_OfAYearInAnyZone_CountsEachTaskOnItsOwnDay(string zone)
    {
        using var user = await ApiUser.RegisterAsync(app);
        await using var data = await app.OpenDatabaseAsync();
        await CompleteAsync(data, user, "SELECT now() - n * interval '7 hours 13 minutes' FROM generate_series(0, 1230) n");
        // The last moment before every midnight, and the first after.
        await CompleteAsync(data, user,
            "SELECT (current_date - n)::timestamp AT TIME ZONE $2 - m * interval '1 microsecond' FROM generate_series(0, 370) n, generate_series(0, 1) m", zone);

        var series = (await user.GetAsync($"{Path}?days=366&time_zone={zone}")).Data;

        Assert.Equal(366, (int)series["days"]!);
        Assert.Equal(zone, (string)series["time_zone"]!);
        var days = series["results"]!.AsArray();
        Assert.Equal(366, days.Count);
        var first = DateOf(days[0]!);
        Assert.Equal(Enumerable.Range(0, 366).Select(first.AddDays), days.Select(day => DateOf(day!)));
        var counted = await CountAsync(data, user, zone);
        Assert.Equal(days.Select(day => counted.GetValueOrDefault(DateOf(day!))), days.Select(day => (int)day!["count"]!));
    }

    [Fact]
    public async Task Series_WithoutParameters_EndsTodayInUtcAndFollowsEveryWrite()
    {
        using var user = await ApiUser.RegisterAsync(app);
        using var other = await ApiUser.RegisterAsync(app);
        var before = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);
        var empty = (await user.GetAsync(Path)).Data;
        Assert.Equal(30, empty["results"]!.AsArray().Count);
        Assert.InRange(DateOf(empty["results"]![29]!), before, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime));
        Assert.Equal(0, Sum(empty));

        var id = await user.AddTaskAsync();
        Assert.Equal(0, Sum((await user.GetAsync(Path)).Data));
        await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = "completed" });
        Assert.Equal(1, Sum((await user.GetAsync(Path)).Data));
        Assert.Equal(0, Sum((await other.GetAsync(Path)).Data));
        await user.SendAsync(HttpMethod.Patch, $"tasks/{id}/", new { status = "cancelled" });
        Assert.Equal(0, Sum((await user.GetAsync(Path)).Data));
    }

    [Fact]
    public async Task Series_WithoutATimeZone_HasTheDaysOfTheTasksOwner()
    {
        using var admin = await ApiUser.SignInAdminAsync(app);
        using var user = await ApiUser.RegisterAsync(app);
        Assert.Equal("UTC", (string)(await user.GetAsync(Path)).Data["time_zone"]!);

        await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { time_zone = "Pacific/Kiritimati" });

        Assert.Equal("Pacific/Kiritimati", (string)(await user.GetAsync(Path)).Data["time_zone"]!);
        Assert.Equal("Pacific/Kiritimati", (string)(await admin.GetAsync($"{Path}?owner={user.Id}")).Data["time_zone"]!);
        Assert.Equal("Asia/Kolkata", (string)(await user.GetAsync($"{Path}?time_zone=Asia/Kolkata")).Data["time_zone"]!);
    }

    [Fact]
    public async Task Series_OfAnAdmin_IsEverybodys()
    {
        using var admin = await ApiUser.SignInAdminAsync(app);
        using var user = await ApiUser.RegisterAsync(app);
        var before = Sum((await admin.GetAsync($"{Path}?days=2")).Data);

        await user.PostAsync("tasks/", new { title = "Done", status = "completed" });

        Assert.True(Sum((await admin.GetAsync($"{Path}?days=2")).Data) > before);
    }

    [Fact]
    public async Task Series_AskedAgain_ComesFromTheCacheAndKnowsItsETag()
    {
        using var user = await ApiUser.RegisterAsync(app);
        var response = await user.GetAsync(Path);
        for (var attempt = 0; response.Header("Age") is null && attempt < 50; attempt++)
            response = await user.GetAsync(Path);

        Assert.NotNull(response.Header("Age"));
        Assert.Equal(HttpStatusCode.NotModified, (await user.GetAsync(Path, ("If-None-Match", response.ETag!))).Status);
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/GMT+5")]
    [InlineData("Asia/Calcutta")]
    [InlineData("US/Eastern")]
    [InlineData("Antarctica/Troll")]
    public async Task Series_InAnyZoneThatABrowserNames_IsGiven(string zone)
    {
        using var user = await ApiUser.RegisterAsync(app);

        Assert.Equal(zone, (string)(await user.GetAsync($"{Path}?time_zone={Uri.EscapeDataString(zone)}")).Data["time_zone"]!);
    }

    [Theory]
    [InlineData("days=0", "days")]
    [InlineData("days=367", "days")]
    [InlineData("days=-1", "days")]
    [InlineData("days=ten", "days")]
    [InlineData("days=1&days=2", "days")]
    [InlineData("time_zone=", "time_zone")]
    [InlineData("time_zone=Mars/Olympus_Mons", "time_zone")]
    [InlineData("time_zone=India Standard Time", "time_zone")]
    [InlineData("time_zone=../../etc/passwd", "time_zone")]
    [InlineData("time_zone=%2B05:30", "time_zone")]
    [InlineData("time_zone=localtime", "time_zone")]
    [InlineData("time_zone=posixrules", "time_zone")]
    [InlineData("time_zone=posix/Europe/Berlin", "time_zone")]
    [InlineData("time_zone=right/Europe/Berlin", "time_zone")]
    [InlineData("time_zone=../zoneinfo/Europe/Berlin", "time_zone")]
    [InlineData("time_zone=europe/berlin", "time_zone")]
    [InlineData("month=11", "month")]
    public async Task Series_WithAWrongOrUnknownParameter_NamesIt(string query, string parameter)
    {
        using var user = await ApiUser.RegisterAsync(app);

        var response = await user.GetAsync($"{Path}?{query}");

        Assert.NotEmpty(response.MustFail(HttpStatusCode.BadRequest, "Validation failed").Errors(parameter));
    }

    private static DateOnly DateOf(JsonNode day) => DateOnly.ParseExact((string)day["date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Sum(JsonNode series) => series["results"]!.AsArray().Sum(day => (int)day!["count"]!);

    /// <summary>Only the server's clock sets when a task was completed; the past is written beside it, before the user reads anything.</summary>
    private static Task<int> CompleteAsync(NpgsqlDataSource data, ApiUser user, string times, params object[] zone) => data.ExecuteAsync(
        $"""
        INSERT INTO tasks (title, status, priority, owner_id, created_at, updated_at, completed_at)
        SELECT 'Done', 'completed', 'medium', $1, t, t, t FROM ({times}) AS times (t)
        """, [user.Id, .. zone]);

    /// <summary>What Postgres itself says of each task's day.</summary>
    /// <summary>Not by AT TIME ZONE: the rules that Postgres has can be of another year than NodaTime's.</summary>
    private static async Task<Dictionary<DateOnly, int>> CountAsync(NpgsqlDataSource data, ApiUser user, string zone)
    {
        await using var command = data.CreateCommand("SELECT completed_at FROM tasks WHERE owner_id = $1");
        command.Parameters.Add(new() { Value = user.Id });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<DateTimeOffset> times = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            times.Add(reader.GetFieldValue<DateTimeOffset>(0));
        return times.CountBy(time => Instant.FromDateTimeOffset(time).InZone(DateTimeZoneProviders.Tzdb[zone]).Date.ToDateOnly()).ToDictionary();
    }
}
