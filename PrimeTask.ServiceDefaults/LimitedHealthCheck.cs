using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// A check that fails when it takes too long, and without a stack in the log at every probe. Probes commonly give up after 5 seconds, and the checks of the client integrations do not end by themselves
/// when a server accepts connections but does not respond: some ignore their cancellation token, some wait for the server to confirm the cancellation.
/// </summary>
internal sealed class LimitedHealthCheck(Func<IServiceProvider, IHealthCheck> create, IServiceScopeFactory scopes) : IHealthCheck
{
    private static readonly TimeSpan _cancelAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _abandonAfter = TimeSpan.FromSeconds(2.5);

    public static void Wrap(HealthCheckRegistration check, IServiceScopeFactory scopes)
    {
        var limited = new LimitedHealthCheck(check.Factory, scopes);
        check.Factory = _ => limited;
        check.Timeout = _cancelAfter;
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var result = await RunAsync(context, cancellationToken).WaitAsync(_abandonAfter, CancellationToken.None);
            return new HealthCheckResult(result.Status, result.Description ?? result.Exception?.GetType().Name, data: result.Data);
        }
        catch (Exception exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.GetType().Name);
        }
    }

    /// <summary>In a scope of its own, which lives as long as a check that is abandoned: what it uses must not serve others meanwhile.</summary>
    private async Task<HealthCheckResult> RunAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await create(scope.ServiceProvider).CheckHealthAsync(context, cancellationToken);
    }
}
