using System.Diagnostics.CodeAnalysis;

namespace DrInfra.Infra.Settings;

/// <summary>An image of a workload, in the registries of the pair.</summary>
/// <param name="Repository">Its repository below the pair's own prefix, for example <c>ledger</c>.</param>
/// <param name="Digest">
/// <c>sha256:</c> and 64 hexadecimal digits. Null where only a tag is known, which is so until the image was pushed: then nobody can tell
/// whether the standby Region has it.
/// </param>
/// <param name="Tag">The tag, where there is no digest.</param>
public sealed record ContainerImage(string Repository, string? Digest, string? Tag)
{
    /// <summary>What pods are told, behind the repository.</summary>
    public string Version => Digest is null ? $":{Tag}" : $"@{Digest}";

    /// <summary>Reads <c>ledger@sha256:...</c> or <c>ledger:1.4.2</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ContainerImage? image)
    {
        image = null;
        if (!SettingsPatterns.Image.IsMatch(text))
        {
            return false;
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        var end = at < 0 ? text.IndexOf(':', StringComparison.Ordinal) : at;
        image = at < 0 ? new ContainerImage(text[..end], null, text[(end + 1)..]) : new ContainerImage(text[..end], text[(end + 1)..], null);
        return true;
    }
}
