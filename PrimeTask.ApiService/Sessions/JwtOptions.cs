using System.ComponentModel.DataAnnotations;
using System.Text;

namespace PrimeTask.ApiService.Sessions;

public sealed class JwtOptions : IValidatableObject
{
    public const string Section = "Jwt";
    private const int MinKeyBytes = 32;

    /// <summary>The secret of all tokens, as text of at least 32 bytes (RFC 7518, section 3.2).</summary>
    public string? SigningKey { get; set; }

    [Required]
    public string Issuer { get; set; } = "primetask";

    [Required]
    public string Audience { get; set; } = "primetask";

    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "Jwt:AccessLifetime must be between 10 seconds and a day.")]
    public TimeSpan AccessLifetime { get; set; } = TimeSpan.FromMinutes(60);

    [Range(typeof(TimeSpan), "00:00:10", "366.00:00:00", ErrorMessage = "Jwt:RefreshLifetime must be between 10 seconds and 366 days.")]
    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Refreshing prolongs a session up to here, counted from the sign-in.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "3660.00:00:00", ErrorMessage = "Jwt:SessionLifetime must be between 10 seconds and 3660 days.")]
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromDays(90);

    public byte[] KeyBytes() => Encoding.UTF8.GetBytes(SigningKey ?? "");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (KeyBytes().Length < MinKeyBytes)
        {
            yield return new ValidationResult(
                $"The signing key of the tokens is missing or shorter than {MinKeyBytes} bytes: set the environment variable Jwt__SigningKey.");
        }
    }
}
