namespace PrimeTask.ApiService.Contract;

/// <summary>Headers of requests that the framework has no name for.</summary>
public static class RequestHeaders
{
    public const string IdempotencyKey = "Idempotency-Key";
}
