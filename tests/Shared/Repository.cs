using System.Reflection;

namespace DrInfra.Tests;

/// <summary>The repository's own files.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!);

    /// <summary>
    /// The example's settings and recovery.yaml as tests have them: whoever changes those of the repository turns no test red. The folder that
    /// tests run in is a copy of it, so that commands without <c>--project</c> or <c>--policy</c> find it too.
    /// </summary>
    public static string Shipped { get; } = Path.Combine(Root, "tests", "Fixtures", "shipped");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));
}
