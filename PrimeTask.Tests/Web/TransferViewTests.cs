using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrimeTask.Tests.Web;

public sealed class TransferViewTests(PrimeTaskApp app, Browser browser)
{
    [Fact]
    public async Task Data_Exported_CanBeDownloadedAndImported()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/profile");
        var page = opened.Page;
        await opened.User.AddTaskAsync("Paint the fence");

        await page.GetByRole(AriaRole.Button, new() { Name = "Export as CSV" }).ClickAsync();
        await Expect(page.GetByText("CSV, 1 task, 1 KB")).ToBeVisibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        var file = Path.Combine(Path.GetTempPath(), $"primetask-{Guid.NewGuid():N}.csv");
        await download.SaveAsAsync(file);
        Assert.Matches(@"^primetask-\d{4}-\d{2}-\d{2}\.csv$", download.SuggestedFilename);
        Assert.Contains(",Paint the fence,", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await page.GetByLabel("File to import").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await Expect(page.GetByText("1 task imported.")).ToBeVisibleAsync();
        File.Delete(file);
        Assert.Equal(2, (int)(await opened.User.GetAsync("tasks/stats/")).Data["total"]!);

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete the file" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Download" })).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }

    [Fact]
    public async Task Data_ThatIsWrong_IsNotImported_AndThePageSaysWhere()
    {
        await using var opened = await AppPage.OpenAsync(app, browser, "/profile");
        var page = opened.Page;

        await page.GetByLabel("File to import").SetInputFilesAsync(new FilePayload { Name = "tasks.json", MimeType = "", Buffer = """[{"title":"A"},{"title":""}]"""u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();

        await Expect(page.GetByText("Nothing was imported: 1 task is wrong.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasTextRegex = new Regex("^Task 2, title: This field may not be blank") })).ToBeVisibleAsync();
        await opened.CheckAccessibilityEverywhereAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(page.GetByText("Nothing was imported")).ToHaveCountAsync(0);
        opened.AssertNoTroubles();
    }
}
