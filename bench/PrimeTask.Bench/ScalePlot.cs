using System.Globalization;

namespace PrimeTask.Bench;

/// <summary>One panel a caller: p50 as lines, p99 dashed, both axes logarithmic. The colours follow the reader's light or dark scheme.</summary>
internal sealed class ScalePlot(IReadOnlyList<ScaleRow> rows)
{
    private const int PanelWidth = 300;
    private const int PanelHeight = 240;
    private const int Left = 56;
    private const int Top = 40;
    private const int Legend = 18;

    private static readonly Dictionary<string, string> _callers = new()
    {
        [FillOptions.Steady] = "a user with 200 tasks",
        [FillOptions.Large] = "a user with 1 % of all tasks",
        [FillOptions.Admin] = "an admin, everybody's tasks",
    };

    private readonly string[] _names = [.. rows.Select(row => row.Operation.Name).Distinct()];
    private readonly double _lowest = Math.Floor(Math.Log10(rows.Min(row => row.Points.Min(point => point.P50))));
    private readonly double _highest = Math.Ceiling(Math.Log10(rows.Max(row => row.Points.Max(point => point.P99))));

    public string Draw()
    {
        var height = Top + PanelHeight + 50 + (Legend * ((_names.Length + 2) / 3));
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 0 {(3 * PanelWidth) + 20} {height}" role="img" aria-label="Time of an uncached response against the number of tasks">
              <style>
                text {"{"} font: 12px system-ui, sans-serif; fill: #1f2328; {"}"} .grid {"{"} stroke: #d0d7de; {"}"} .line {"{"} fill: none; stroke-width: 2; {"}"}
                @media (prefers-color-scheme: dark) {"{"} text {"{"} fill: #e6edf3; {"}"} .grid {"{"} stroke: #3d444d; {"}"} {"}"}
              </style>
            """);
        foreach (var (caller, panel) in _callers.Keys.Select((caller, panel) => (caller, panel)))
            DrawPanel(svg, caller, panel * PanelWidth);
        for (var index = 0; index < _names.Length; index++)
        {
            var (x, y) = (Left + (index % 3 * PanelWidth), Top + PanelHeight + 50 + (index / 3 * Legend));
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <line class="line" x1="{x}" x2="{x + 24}" y1="{y}" y2="{y}" stroke="{Colour(index)}"/><text x="{x + 30}" y="{y + 4}">{_names[index]}</text>""");
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static string Colour(int index) => string.Create(CultureInfo.InvariantCulture, $"hsl({index * 137 % 360} 65% 50%)");

    private static string Short(long tasks) => tasks >= 1_000_000 ? $"{tasks / 1_000_000} million" : $"{tasks / 1000} thousand";

    private void DrawPanel(StringBuilder svg, string caller, int left)
    {
        svg.AppendLine(CultureInfo.InvariantCulture, $"""  <text x="{left + Left}" y="20">{_callers[caller]}</text>""");
        for (var power = _lowest; power <= _highest; power++)
        {
            var y = Y(Math.Pow(10, power));
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <line class="grid" x1="{left + Left}" x2="{left + PanelWidth - 10}" y1="{y:0}" y2="{y:0}"/><text x="{left + Left - 6}" y="{y + 4:0}" text-anchor="end">{Math.Pow(10, power):0.###} ms</text>""");
        }

        var mine = rows.Where(row => row.Operation.User == caller).ToArray();
        foreach (var point in mine[0].Points)
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <text x="{left + X(point.Tasks):0}" y="{Top + PanelHeight + 20}" text-anchor="middle">{Short(point.Tasks)}</text>""");
        foreach (var row in mine)
        {
            var colour = Colour(Array.IndexOf(_names, row.Operation.Name));
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <polyline class="line" stroke="{colour}" points="{Points(row, left, point => point.P50)}"/>""");
            svg.AppendLine(CultureInfo.InvariantCulture, $"""  <polyline class="line" stroke="{colour}" stroke-dasharray="3 4" opacity="0.6" points="{Points(row, left, point => point.P99)}"/>""");
        }
    }

    private string Points(ScaleRow row, int left, Func<ScalePoint, double> value) =>
        string.Join(' ', row.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{left + X(point.Tasks):0},{Y(value(point)):0.0}")));

    private double X(long tasks)
    {
        var (least, most) = (Math.Log10(rows[0].Points[0].Tasks), Math.Log10(rows[0].Points[^1].Tasks));
        return Left + 30 + ((Math.Log10(tasks) - least) / Math.Max(1e-9, most - least) * (PanelWidth - Left - 70));
    }

    private double Y(double milliseconds) => Top + (PanelHeight * (1 - ((Math.Log10(milliseconds) - _lowest) / (_highest - _lowest))));
}
