using System.IO.Compression;

namespace DrInfra.Policies.Graph;

/// <summary>
/// Files of stacks. Written in the shape of <c>pulumi stack export</c>; read in that shape, in that of
/// <c>pulumi preview --json --show-sames</c>, and in that of a state file as a bucket or folder keeps it, told apart by what is in them.
/// </summary>
public static class GraphFile
{
    /// <summary>Writes the graph, the same bytes for the same graph. Secret values are replaced by a placeholder.</summary>
    public static void Write(ResourceGraph graph, Stream stream) => GraphFileWriter.Write(graph, stream);

    /// <summary>Reads the graph that a stack is to have. <paramref name="source"/> names it in errors.</summary>
    /// <exception cref="GraphFileException">It is not such a file.</exception>
    public static ResourceGraph Read(Stream stream, string source) => ReadStack(stream, source).Graph;

    /// <inheritdoc cref="Read(Stream, string)"/>
    public static ResourceGraph Read(string path) => ReadStack(path).Graph;

    /// <summary>Reads all that a file says of a stack. <paramref name="source"/> names it in errors.</summary>
    /// <exception cref="GraphFileException">It is not such a file.</exception>
    public static StackFile ReadStack(Stream stream, string source)
    {
        try
        {
            return StackFileReader.Read(stream, source);
        }
        catch (InvalidDataException exception)
        {
            throw new GraphFileException(
                "The file name ends in .gz, but the file is not compressed with gzip or is truncated", source, null,
                "Write the file again, or correct its name.", exception);
        }
        catch (IOException exception)
        {
            throw new GraphFileException("The file cannot be read", source, exception.Message, "Check the disk and try again.", exception);
        }
    }

    /// <inheritdoc cref="ReadStack(Stream, string)"/>
    public static StackFile ReadStack(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                return ReadStack(stream, path);
            }

            using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
            return ReadStack(unpacked, path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new GraphFileException(
                "File not found", path, null, "Give the path of a `pulumi stack export`, `pulumi preview --json --show-sames` or `drctl preview` file.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new GraphFileException("The file cannot be opened", path, exception.Message, "Check the path and its permissions.", exception);
        }
    }
}
