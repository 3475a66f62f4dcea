namespace DrInfra.Infra.Permissions;

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
