using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Ecr;

/// <summary>Which rules of a registry copy a repository: an account has one registry in a Region, whichever stack declares its rules.</summary>
internal sealed class ImageRegistries(Estate estate)
{
    private readonly ILookup<(StackGraph Stack, string? Region), Node> _byStack = estate.OfType(EcrTypes.ReplicationConfiguration).ToLookup(node => (node.Stack, node.Region));
    private readonly ILookup<string?, Node> _byRegion = estate.OfType(EcrTypes.ReplicationConfiguration).ToLookup(node => node.Region);

    /// <summary>Those of its own stack, where it has some; else all of its Region.</summary>
    public IEnumerable<Node> Of(Node repository) =>
        _byStack[(repository.Stack, repository.Region)] is var own && own.Any() ? own : _byRegion[repository.Region];
}
