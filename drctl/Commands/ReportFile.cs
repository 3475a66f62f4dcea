using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>A report in a file: whole, or as it was before.</summary>
internal static class ReportFile
{
    /// <summary>Refuses to write over what the command reads; that is added to the problems.</summary>
    /// <param name="path">Where the report goes; null = to the screen.</param>
    /// <param name="inputs">What the command reads; null stands for none.</param>
    /// <param name="problems">What is wrong with the command.</param>
    public static void RefuseInputs(string? path, IEnumerable<string?> inputs, List<Problem> problems)
    {
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (!string.IsNullOrEmpty(path) && inputs.OfType<string>().FirstOrDefault(input => Real(input).Equals(Real(path), comparison)) is { } own)
        {
            problems.Add(new Problem("the report would overwrite a file that the command reads", "--out", own, Fix: "name another file"));
        }
    }

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

    // Links on the way lead to the same file.
    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var here = new FileInfo(Path.Combine(Real(parent), Path.GetFileName(full)));
        return here.LinkTarget is null ? here.FullName : here.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here.FullName;
    }
}
