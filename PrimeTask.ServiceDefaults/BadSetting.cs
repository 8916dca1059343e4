using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

internal static class BadSetting
{
    /// <summary>Ends the start: the service writes the sentence to the standard error.</summary>
    internal static OptionsValidationException Refuse(string setting, string sentence) => new(setting, typeof(string), [sentence]);
}
