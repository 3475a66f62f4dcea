using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Reports;

/// <summary>A resource as people call it.</summary>
internal static class ResourceName
{
    /// <summary><c>rds Cluster ledger-journal</c>; what is no URN as it stands.</summary>
    public static string Of(string urn) =>
        ResourceUrn.TryParse(urn, out var parsed) ? $"{TypeNames.Short(parsed.Type)} {parsed.Name}" : urn;

    /// <summary>The name with its stack before it: <c>dr: rds Cluster ledger-journal</c>.</summary>
    public static string WithStack(string urn) =>
        ResourceUrn.TryParse(urn, out var parsed) ? $"{parsed.Stack}: {Of(urn)}" : urn;
}
