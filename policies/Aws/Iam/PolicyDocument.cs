namespace DrInfra.Policies.Aws.Iam;

/// <summary>A policy document: JSON text, or the same as an object.</summary>
/// <param name="Owner">The resource that holds it.</param>
/// <param name="Path">The property that holds it.</param>
/// <param name="Statements">Empty where it is unknown or malformed.</param>
internal sealed record PolicyDocument(Node Owner, string Path, IReadOnlyList<PolicyStatement> Statements)
{
    /// <summary>Only the deployment will tell it, or a part of it.</summary>
    public bool IsUnknown { get; private init; }

    /// <summary>It is known, and no policy document: no statement, or one without effect or actions.</summary>
    public bool IsMalformed { get; private init; }

    /// <summary>A property that is absent is malformed: who may leave the policy out asks before.</summary>
    public static PolicyDocument Read(Node owner, Prop policy) => owner.Once(policy, ReadAnew);

    private static PolicyDocument ReadAnew(Node owner, Prop policy)
    {
        if (policy.IsUnknown || policy.Value is { ContainsUnknown: true })
        {
            return Unknown(owner, policy.Path);
        }

        var document = policy.Value is MapValue || policy.Text is not { } json ? policy : JsonDocumentText.Parse(json, policy.Path) ?? default;
        PolicyStatement?[] statements = [.. document["Statement"].Items.Select((statement, index) => PolicyStatement.Read(statement, index + 1))];
        return statements.Length == 0 || Array.Exists(statements, statement => statement is null)
            ? new PolicyDocument(owner, policy.Path, []) { IsMalformed = true }
            : new PolicyDocument(owner, policy.Path, statements!);
    }

    /// <summary>A policy that stands outside the graphs.</summary>
    public static PolicyDocument Unknown(Node owner, string path) => new(owner, path, []) { IsUnknown = true };

    /// <summary>Whether a resource's policy lets a service of AWS do something.</summary>
    /// <param name="service">Such as <c>cloudwatch.amazonaws.com</c>.</param>
    /// <param name="action">Such as <c>sns:Publish</c>.</param>
    /// <param name="resource">The ARN that it is done to; null where any will do.</param>
    /// <param name="source">The beginning of the ARNs on whose behalf; null where that is not known.</param>
    public bool Lets(string service, string action, string? resource = null, string? source = null) =>
        Statements.Any(statement => statement.Allows && Speaks(statement, service, action, resource) && AllowsSource(statement, source))
        && !Statements.Any(statement => !statement.Allows && statement.Conditions.Count == 0 && Speaks(statement, service, action, resource));

    /// <summary>A text or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(Prop property) =>
        property.Text is { } one ? [one] : [.. property.Items.Select(item => item.Text).OfType<string>()];

    private static bool Speaks(PolicyStatement statement, string service, string action, string? resource) =>
        statement.Concerns(PolicyPrincipal.Service(service)) && statement.Covers(action) && (resource is null || statement.Reaches(resource) == true);

    private static bool AllowsSource(PolicyStatement statement, string? source)
    {
        string[] patterns = [.. statement.Conditions.Where(condition => condition.IsOn("aws:SourceArn")).SelectMany(condition => condition.Values)];
        return source is null || patterns.Length == 0
            || Array.Exists(patterns, pattern => Wildcards.Match(pattern, source, ignoreCase: true) || pattern.StartsWith(source, StringComparison.Ordinal));
    }
}
