namespace Pulumi;

/// <summary>A file-like value (<see cref="Asset"/>) or a set of them (<see cref="Archive"/>).</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(object content) => Content = content;

    /// <summary>The path, text, address or members the value was made from; the package keeps them internal too.</summary>
    internal object Content { get; }
}
