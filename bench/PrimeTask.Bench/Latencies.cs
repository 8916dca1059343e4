namespace PrimeTask.Bench;

/// <summary>How long requests took.</summary>
internal sealed class Latencies
{
    private readonly List<double> _milliseconds = [];

    public double P50 => Quantile(0.5);

    public double P99 => Quantile(0.99);

    public double Max => Quantile(1);

    public void Add(TimeSpan took) => _milliseconds.Add(took.TotalMilliseconds);

    private double Quantile(double part)
    {
        _milliseconds.Sort();
        return _milliseconds[(int)(part * (_milliseconds.Count - 1))];
    }
}
