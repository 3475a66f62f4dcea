using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>A cluster of EKS, as its program states it.</summary>
internal readonly record struct EksCluster(Node Node)
{
    private const string Everywhere = "0.0.0.0/0";

    public Prop AuthenticationMode => Node["accessConfig"]["authenticationMode"];

    /// <summary>The authentication mode, with the default of the API; null where it is unknown.</summary>
    public string? Mode => AuthenticationMode.IsUnknown ? null : AuthenticationMode.Text ?? FactBook.Get("eks-authentication-mode-default").Words[0];

    /// <summary>Whether access entries count; null where it is unknown.</summary>
    public bool? TakesAccessEntries => Mode is { } mode ? mode is "API" or "API_AND_CONFIG_MAP" : null;

    public Prop PublicAccess => Node["vpcConfig"]["endpointPublicAccess"];

    public Prop PublicRanges => Node["vpcConfig"]["publicAccessCidrs"];

    public Prop PrivateAccess => Node["vpcConfig"]["endpointPrivateAccess"];

    /// <summary>Whether the API server has a public endpoint, as it has by default; null where it is unknown.</summary>
    public bool? IsPublic => PublicAccess.IsUnknown ? null : PublicAccess.Flag != false;

    /// <summary>Whether every address may call the public endpoint, as by default; null where it is unknown.</summary>
    public bool? IsOpenToAll => IsPublic == false ? false
        : PublicRanges.Items.Any(range => range.Text == Everywhere) ? IsPublic
        : PublicRanges.IsUnknown || PublicRanges.Items.Any(range => range.IsUnknown) ? null
        : PublicRanges.Items.Count == 0 ? IsPublic : false;

    public Prop DeletionProtection => Node["deletionProtection"];

    public Prop Logs => Node["enabledClusterLogTypes"];

    public Prop Encryption => Node["encryptionConfig"];

    /// <summary>Whether the service makes the nodes (Auto Mode); null where it is unknown.</summary>
    public bool? IsAutoMode => Node["computeConfig"]["enabled"] is { IsUnknown: true } ? null : Node["computeConfig"]["enabled"].Flag == true;

    /// <summary>The node pools of Auto Mode that come with the service; they have no limit.</summary>
    public Prop OwnNodePools => Node["computeConfig"]["nodePools"];

    public Prop Subnets => Node["vpcConfig"]["subnetIds"];

    public string? Name => Node["name"].Text ?? Node.Resource.Id;

    /// <summary>What the program declares of one type in the cluster: add-ons, node groups, access entries, Fargate profiles.</summary>
    public IReadOnlyList<Node> Declared(Estate estate, string type) => estate.UsersOf(Node, type, "clusterName");
}
