using DrInfra.SdkGenerator.Emit;
using DrInfra.SdkGenerator.Import;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator;

/// <summary>The commands. Exit codes: 0 done, 2 an input is wrong (the message says which; nothing was written).</summary>
internal static class CommandLine
{
    private const string Usage = """
        Usage:
          add TOKEN... --from FILE   Add resource types or functions to the schema of their package in sdk/.
                                     TOKEN is e.g. aws:rds/instance:Instance; FILE is a compact schema, or what
                                     `pulumi package get-schema PACKAGE@VERSION` prints.
          generate SCHEMA OUT        Write the C# of a schema file to OUT (the build does this).
        """;

    internal static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, string directory)
    {
        try
        {
            switch (args is [var command, ..] ? command : "")
            {
                case "add":
                    Add([.. args.Skip(1)], output, directory);
                    return 0;
                case "generate" when args.Count == 3:
                    Generate(Path.Combine(directory, args[1]), Path.Combine(directory, args[2]));
                    return 0;
                default:
                    throw new GeneratorException(Usage);
            }
        }
        catch (GeneratorException e)
        {
            error.WriteLine(e.Message);
            return 2;
        }
    }

    private static void Generate(string schemaFile, string outFile)
    {
        string text = PackageEmitter.Emit(CompactFile.Read(SchemaFile.Load(schemaFile)));
        Directory.CreateDirectory(Path.GetDirectoryName(outFile)!);
        File.WriteAllText(outFile, text);
    }

    private static void Add(List<string> args, TextWriter output, string directory)
    {
        int from = args.IndexOf("--from");
        if (from < 0 || from + 1 >= args.Count)
        {
            throw new GeneratorException($"'add' needs --from FILE, the schema to take from.\n{Usage}");
        }

        string file = Path.Combine(directory, args[from + 1]);
        args.RemoveRange(from, 2);
        if (args.Count == 0 || args.Any(a => a.StartsWith('-')))
        {
            throw new GeneratorException($"'add' needs at least one TOKEN and no other option than --from.\n{Usage}");
        }

        string package = PackageOf(args[0]);
        if (args.FirstOrDefault(a => PackageOf(a) != package) is { } other)
        {
            throw new GeneratorException($"'{args[0]}' and '{other}' are of different packages: add them one package at a time.");
        }

        (string path, PackageSchema target) = FindTarget(package, directory);
        int typesBefore = target.Types.Count;
        IReadOnlyList<string> added = AddCommand.Add(target, SchemaFile.Open(file, target.Names), args, file);
        string text = CompactFile.Write(target);
        PackageEmitter.Emit(target);
        File.WriteAllText(path, text);
        foreach (string token in args.Distinct())
        {
            output.WriteLine(added.Contains(token) ? $"added {token}" : $"brought up to date {token} (it was there already)");
        }

        int more = target.Types.Count - typesBefore;
        output.WriteLine($"{Path.GetRelativePath(directory, path)}: {more} nested types more, {target.Types.Count} in all");
    }

    private static string PackageOf(string token)
    {
        string[] parts = token.Split(':');
        return parts switch
        {
            ["pulumi", "providers", var package] => package,
            [var package, _, _] => package,
            _ => throw new GeneratorException($"'{token}' is not a token: expected package:module:Name, e.g. aws:rds/instance:Instance."),
        };
    }

    private static (string Path, PackageSchema Schema) FindTarget(string package, string directory)
    {
        string sdk = FindSdk(directory);
        List<string> packages = [];
        foreach (string folder in Directory.GetDirectories(sdk).Order(StringComparer.Ordinal))
        {
            string path = Path.Combine(folder, "schema.json");
            if (File.Exists(path))
            {
                PackageSchema schema = CompactFile.Read(SchemaFile.Load(path));
                if (schema.Package == package)
                {
                    return (path, schema);
                }

                packages.Add(schema.Package);
            }
        }

        throw new GeneratorException($"No project in {sdk} is for the package '{package}'. There are: {string.Join(", ", packages)}.");
    }

    private static string FindSdk(string directory)
    {
        for (DirectoryInfo? at = new(directory); at is not null; at = at.Parent)
        {
            string sdk = Path.Combine(at.FullName, "sdk");
            if (Directory.Exists(sdk) && Directory.GetDirectories(sdk).Any(d => File.Exists(Path.Combine(d, "schema.json"))))
            {
                return sdk;
            }
        }

        throw new GeneratorException($"No folder sdk/ with package schemas at or above {directory}: run this inside the repository.");
    }
}
