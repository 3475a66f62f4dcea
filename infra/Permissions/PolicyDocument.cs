using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// IAM policies as text. Everything in them is computed from names, so a first preview shows them whole: one unknown value would
/// hide the document.
/// </summary>
public static class PolicyDocument
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document of some statements.</summary>
    public static string Of(params IEnumerable<Statement> statements) =>
        JsonSerializer.Serialize(new Document { Statement = [.. statements] }, Json);

    private sealed record Document
    {
        public string Version { get; } = "2012-10-17";

        public required IReadOnlyList<Statement> Statement { get; init; }
    }
}
