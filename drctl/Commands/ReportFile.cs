using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>A report in a file: whole, or as it was before.</summary>
internal static class ReportFile
{
    /// <exception cref="ProblemsException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user interrupts before it is written.</exception>
    public static void Write(string path, string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var draft = path + ".new";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ProblemsException(
                new Problem($"the file cannot be written: {exception.Message}", $"--out {path}", Fix: "name a writable file"), exception);
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }
}
