using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PrimeTask.ApiService.Sessions;

/// <summary>
/// Checks the signature and the claims of a token once, and remembers the good ones until they expire: what a token says never changes.
/// Whether its session still stands is another question, asked for each request (<see cref="SessionGuard"/>).
/// </summary>
public sealed class TokenValidator(TimeProvider clock) : JsonWebTokenHandler, IDisposable
{
    /// <summary>In characters of tokens: some 8 MiB with what they hold.</summary>
    private const long MaxSize = 2_000_000;

    private readonly MemoryCache _valid = new(new MemoryCacheOptions { SizeLimit = MaxSize });

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (_valid.TryGetValue(token, out TokenValidationResult? known) && clock.GetUtcNow().UtcDateTime < known!.SecurityToken.ValidTo)
            return Copy(known);

        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
            return result;

        _valid.Set(token, result, new MemoryCacheEntryOptions { Size = token.Length, AbsoluteExpiration = result.SecurityToken.ValidTo });
        return Copy(result);
    }

    public void Dispose() => _valid.Dispose();

    /// <summary>A request may change its identity, such as the role in it.</summary>
    private static TokenValidationResult Copy(TokenValidationResult known) => new()
    {
        IsValid = true,
        ClaimsIdentity = known.ClaimsIdentity.Clone(),
        SecurityToken = known.SecurityToken,
        Issuer = known.Issuer,
        TokenType = known.TokenType,
    };
}
