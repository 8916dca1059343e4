using System.Text;
using System.Text.Encodings.Web;
using MimeKit;

namespace PrimeTask.ApiService.Mail;

/// <summary>What a mail says, as plain text and as HTML alike.</summary>
/// <param name="Subject">Ours alone: nothing that anybody typed.</param>
/// <param name="Before">Paragraphs before the link.</param>
/// <param name="Link">What it is called, and where it leads.</param>
/// <param name="After">Paragraphs after the link.</param>
internal sealed record Letter(string Subject, string[] Before, (string Label, Uri Address) Link, string[] After)
{
    public MimeEntity ToBody() => new BodyBuilder { TextBody = ToText(), HtmlBody = ToHtml() }.ToMessageBody();

    private string ToText() => string.Join("\r\n\r\n", [.. Before, $"{Link.Label}:\r\n{Link.Address.AbsoluteUri}", .. After, ""]);

    private string ToHtml()
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\r\n<html lang=\"en\">\r\n<head><meta charset=\"utf-8\"><title>").Append(Encode(Subject)).Append("</title></head>\r\n");
        html.Append("<body style=\"font-family: sans-serif; line-height: 1.5; max-width: 36em\">\r\n");
        foreach (var paragraph in Before)
            html.Append("<p>").Append(Encode(paragraph)).Append("</p>\r\n");
        html.Append("<p><a href=\"").Append(Encode(Link.Address.AbsoluteUri)).Append("\">").Append(Encode(Link.Label)).Append("</a></p>\r\n");
        foreach (var paragraph in After)
            html.Append("<p>").Append(Encode(paragraph)).Append("</p>\r\n");
        return html.Append("</body>\r\n</html>\r\n").ToString();
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
