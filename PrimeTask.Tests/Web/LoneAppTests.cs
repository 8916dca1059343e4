using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>What the web app does when the API is away, or refuses what only an only admin can ask.</summary>
public sealed class LoneAppTests(LoneApp lone, Browser browser) : IClassFixture<LoneApp>
{
    [Fact]
    public async Task Api_DownAndBack_IsSaidAndRecoversByItself()
    {
        await using var opened = await AppPage.OpenSignedOutAsync(lone, browser);
        var page = opened.Page;
        using var user = await ApiUser.RegisterAsync(lone.Anonymous());
        await user.AddTaskAsync("Water the plants");
        await opened.LogInAsync(user.Email);
        var check = page.GetByLabel("Complete Water the plants");
        await Expect(check).ToBeVisibleAsync();

        opened.Expect("503");
        await lone.StopApiAsync();
        await check.ClickAsync();
        await Expect(page.GetByText("PrimeTask does not answer.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "was not changed" })).ToBeVisibleAsync();
        await Expect(check).Not.ToBeCheckedAsync();

        await lone.StartApiAsync();
        await user.AddTaskAsync("Call the landlord");
        await Expect(page.GetByText("PrimeTask does not answer.")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await check.ClickAsync();
        await Expect(page.GetByText("Completed “Water the plants”.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Complete Call the landlord")).ToBeVisibleAsync();
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task User_RefusedChange_IsTakenBackAndSaidInWords()
    {
        await using var opened = await AppPage.OpenSignedOutAsync(lone, browser, "/admin/users?role=admin");
        opened.Expect("status of 400");
        var page = opened.Page;
        await opened.LogInAsync(LoneApp.AdminEmail);
        var rows = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell) });
        // The first responses of a process that has just started take longer.
        await Expect(rows).ToHaveCountAsync(1, new() { Timeout = 20_000 });

        foreach (var change in new[] { "Deactivate", "Make user" })
        {
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{change}: ") }).ClickAsync();
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = change, Exact = true }).ClickAsync();

            var refusal = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "was not changed. The last active admin cannot be demoted" });
            await Expect(refusal).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{change}: ") })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        }

        opened.AssertNoTroubles();
    }
}
