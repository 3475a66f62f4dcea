using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrInfra.Infra.Conventions;

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
    public static string Of(params Statement[] statements) =>
        JsonSerializer.Serialize(new Document { Statement = statements }, Json);

    /// <summary>The trust policy of a role that one AWS service assumes, for the sake of this account only.</summary>
    /// <param name="service">For example <c>s3.amazonaws.com</c>.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="sourceArn">What the service acts for; null where the service does not say.</param>
    public static string AssumedBy(string service, string accountId, string? sourceArn = null)
    {
        var conditions = new Dictionary<string, Dictionary<string, string[]>>
        {
            ["StringEquals"] = new() { ["aws:SourceAccount"] = [accountId] },
        };
        if (sourceArn is not null)
        {
            conditions["ArnLike"] = new() { ["aws:SourceArn"] = [sourceArn] };
        }

        return Of(new Statement
        {
            Sid = "AssumedByService",
            Action = ["sts:AssumeRole"],
            Principal = new() { ["Service"] = [service] },
            Condition = conditions,
        });
    }

    /// <summary>The condition that narrows <see cref="Arns.AnyKey"/> down to the key behind an alias.</summary>
    public static Dictionary<string, Dictionary<string, string[]>> KeyBehind(string alias, string viaService) => new()
    {
        ["ForAnyValue:StringEquals"] = new() { ["kms:ResourceAliases"] = [alias] },
        ["StringEquals"] = new() { ["kms:ViaService"] = [viaService] },
    };

    private sealed record Document
    {
        public string Version { get; } = "2012-10-17";

        public required IReadOnlyList<Statement> Statement { get; init; }
    }
}

/// <summary>One statement of a policy; the members are IAM's.</summary>
public sealed record Statement
{
    /// <summary>What it is for; letters and digits.</summary>
    public required string Sid { get; init; }

    /// <summary><c>Allow</c> or <c>Deny</c>.</summary>
    public string Effect { get; init; } = "Allow";

    /// <summary>Who, in policies of resources and trust policies.</summary>
    public Dictionary<string, string[]>? Principal { get; init; }

    /// <summary>What may be done.</summary>
    public required string[] Action { get; init; }

    /// <summary>To what; null in trust policies.</summary>
    public string[]? Resource { get; init; }

    /// <summary>When.</summary>
    public Dictionary<string, Dictionary<string, string[]>>? Condition { get; init; }
}
