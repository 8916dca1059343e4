using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace PrimeTask.Tests.Caching;

/// <summary>Pairs of requests that a cache could take for one: what the first left in the cache changes nothing about the second.</summary>
public sealed partial class CacheKeyTests(PrimeTaskApp app)
{
    private const string List = "/api/v1/tasks/?page_size=1";

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>
            {
                { List, "/API/V1/Tasks/?page_size=1" },
                { "/API/V1/TASKS/?page_size=1", List },
                { List, "/api/v1/tasks?page_size=1" },
                { List, "/api/v1/t%61sks/?page_size=1" },
                { List, "HEAD " + List },
                { "HEAD " + List, List },
                { List, "LOCALHOST " + List },
                { "tasks.example.com " + List, List },
                { List + "&status=completed,pending", List + "&status=completed&status=pending" },
                { List + "&status=completed&status=pending", List + "&status=pending&status=completed" },
                { List + "&status=pending&priority=low", List + "&priority=low&status=pending" },
                { List + "&search=task", List + "&search=TASK" },
                { List + "&search=task", List + "&search=task&search=task" },
                { List + "&search=a,b", List + "&search=a&search=b" },
                { List + "&search=a%1Eb", List + "&search=a&b" },
                { List + "&search=a%1Fb", List + "&search=a&search=b" },
                { List + "&search=", List + "&search" },
                { List + "&search=a%20b", List + "&search=a+b" },
                { List + "&search=a%2Bb", List + "&search=a+b" },
                { List, List + "&" },
                { List, List + "&=" },
                { List, List + "#x" },
                { List + "&ordering=title", List + "&ordering=Title" },
                { List + "&overdue=true", List + "&overdue=TRUE" },
                { List + "&page=1", List + "&page=01" },
                { "/api/v1/tasks/stats/", "/api/v1/tasks/stats/?total=1" },
                { "/api/v1/tasks/stats/", "/api/v1/tasks/STATS/" },
                { "/api/v1/tasks/stats/completed/?time_zone=Europe/Berlin", "/api/v1/tasks/stats/completed/?time_zone=europe/berlin" },
                { "/api/v1/tasks/stats/completed/?days=7", "/api/v1/tasks/stats/completed/?DAYS=7" },
            };
            foreach (var parameter in new[] { "status=completed", "priority=low", "search=task", "due_before=2030-01-01", "due_after=2000-01-01", "overdue=false", "ordering=title", "page=1" })
                pairs.Add($"{List}&{parameter}", $"{List}&{char.ToUpperInvariant(parameter[0])}{parameter[1..]}");
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Request_AfterOneThatLooksAlike_IsAnsweredAsOnItsOwn(string first, string second)
    {
        using var user = await ApiUser.RegisterAsync(app);
        foreach (var status in new[] { "completed", "completed", "pending" })
            await user.PostAsync("tasks/", new { title = "A task", status, priority = "low", due_date = "2026-12-01" });
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", user.Access);

        await ForgetAsync(user);
        var (alone, _) = await SendAsync(client, second);
        await ForgetAsync(user);
        // A response in the cache tells its age; each of the two replicas also keeps its own, which the second round finds.
        for (var (attempt, hits) = (0, 0); hits < 4 && attempt < 50; attempt++)
            hits += (await SendAsync(client, first)).IsCached ? 1 : 0;
        var (after, _) = await SendAsync(client, second);

        Assert.Equal(alone, after);
    }

    /// <summary>A change that shows in no list makes all responses of the cache unreachable.</summary>
    private static async Task ForgetAsync(ApiUser user) =>
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Patch, "auth/profile/", new { first_name = "Ada" })).Status);

    /// <param name="client">Of the user.</param>
    /// <param name="request">A target, maybe with a method or a host before it.</param>
    private static async Task<(string Shown, bool IsCached)> SendAsync(HttpClient client, string request)
    {
        var (before, target) = request.Split(' ') is [var one, var two] ? (one, two) : ("", request);
        using var message = new HttpRequestMessage(before == "HEAD" ? HttpMethod.Head : HttpMethod.Get, target);
        if (before is not ("" or "HEAD"))
            message.Headers.Host = before;
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (TraceId().Replace($"{(int)response.StatusCode} {response.Headers.ETag} {response.Content.Headers.ContentLength} {body}", ""), response.Headers.Age is not null);
    }

    [GeneratedRegex("\"trace_id\":\"[0-9a-f]+\"")]
    private static partial Regex TraceId();
}
