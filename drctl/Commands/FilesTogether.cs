using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>Files that belong together: all of them are written or none.</summary>
internal static class FilesTogether
{
    /// <summary>Writes them one after the other, and puts them in place when all are written.</summary>
    /// <param name="folder">As the user named it, for messages.</param>
    /// <exception cref="ProblemsException">One of them cannot be written; files that were there are as before.</exception>
    /// <exception cref="OperationCanceledException">The user interrupts; files that were there are as before.</exception>
    public static void Write(string folder, IReadOnlyList<(string Path, Action<Stream> Content)> files, CancellationToken cancellationToken)
    {
        var drafts = files.Select(file => (
            file.Content,
            Final: file.Path,
            Draft: Path.Combine(Path.GetDirectoryName(file.Path)!, $".{Path.GetFileName(file.Path)}.new"))).ToList();
        try
        {
            foreach (var (content, final, draft) in drafts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Directory.CreateDirectory(Path.GetDirectoryName(final)!);
                using var stream = File.Create(draft);
                content(stream);
            }

            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (_, final, draft) in drafts)
            {
                File.Move(draft, final, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemsException(
                new Problem($"the files cannot be written: {exception.Message}", $"--out {folder}", Fix: "name a writable folder"),
                exception);
        }
        finally
        {
            foreach (var (_, _, draft) in drafts.Where(file => File.Exists(file.Draft)))
            {
                File.Delete(draft);
            }
        }
    }
}
