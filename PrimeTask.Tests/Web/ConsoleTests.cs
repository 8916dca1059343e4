using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

/// <summary>Every page opens without a message in the console and without a request to another host, at localhost and on a network without HTTPS.</summary>
public sealed class ConsoleTests(PrimeTaskApp app, Browser browser)
{
    public static TheoryData<string> Hosts => [.. Soak.Cases(1, Browser.OtherHost, "localhost")];

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Hosts))]
    public async Task Swagger_WithAnOperationOpen_HasNothingInTheConsole(string host)
    {
        await using var opened = await AppPage.OpenSignedOutAsync(app, browser, "/swagger/", host);
        await opened.Page.Locator(".opblock-summary-control").First.ClickAsync();
        await Expect(opened.Page.GetByText("Try it out")).ToBeVisibleAsync();
        await opened.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        opened.AssertNoTroubles();
    }

    [Theory]
    [Trait(Soak.Trait, Soak.Large)]
    [MemberData(nameof(Hosts))]
    public async Task ReDoc_WhenShown_HasNothingInTheConsole(string host)
    {
        await using var opened = await AppPage.OpenSignedOutAsync(app, browser, "/redoc/", host);
        await Expect(opened.Page.GetByRole(AriaRole.Heading, new() { Level = 1, NameRegex = new("PrimeTask API") })).ToBeVisibleAsync();
        await Expect(opened.Page.GetByText("API docs by Redocly")).ToBeVisibleAsync();
        await opened.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        opened.AssertNoTroubles();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData(Browser.OtherHost)]
    public async Task App_WhenShown_HasNothingInTheConsole(string host)
    {
        await using var opened = await AppPage.OpenSignedOutAsync(app, browser, "/list", host);
        await Expect(opened.Page.GetByRole(AriaRole.Button, new() { Name = "Log in" })).ToBeVisibleAsync();
        await opened.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Request_ToAnotherHost_IsATrouble()
    {
        await using var opened = await AppPage.OpenSignedOutAsync(app, browser, "/nothing.js");
        opened.Expect("status of 404");
        await opened.Page.EvaluateAsync("() => fetch('http://example.com/').catch(() => {})");

        var failure = Assert.ThrowsAny<Xunit.Sdk.XunitException>(opened.AssertNoTroubles);
        Assert.Contains("example.com", failure.Message, StringComparison.Ordinal);
    }
}
