namespace DrInfra.Policies.Aws.Ecr;

/// <summary>Whether a tag may be moved to another image: a digest names its content for ever.</summary>
internal static class ImageTags
{
    /// <summary>Mutable where nothing is stated.</summary>
    public static Prop Mutability(Node repository) => repository["imageTagMutability"];

    public static bool AreImmutable(Node repository) => Mutability(repository).Text?.StartsWith("IMMUTABLE", StringComparison.Ordinal) == true;
}
