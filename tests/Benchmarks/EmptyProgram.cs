namespace DrInfra.Tests.Benchmarks;

/// <summary>A .NET program that does nothing: what the runtime itself takes to start and to end.</summary>
internal static class EmptyProgram
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>Builds it below the folder.</summary>
    /// <returns>The path of what <c>dotnet</c> is to run.</returns>
    public static string Build(string folder)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        File.WriteAllText(Path.Combine(own, "empty.csproj"), Project);
        File.WriteAllText(Path.Combine(own, "Program.cs"), "return;\n");
        var built = Path.Combine(own, "out");
        Commands.Run("dotnet", [0], "build", own, "-c", "Release", "-o", built, "-nologo");
        return Path.Combine(built, "empty.dll");
    }
}
