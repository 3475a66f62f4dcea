using System.Reflection;
using Pulumi;

namespace DrInfra.Tests.Stacks;

/// <summary>The C# class of each AWS type token; it says what the provider takes and gives.</summary>
internal static class AwsClasses
{
    public static IReadOnlyDictionary<string, Type> ByToken { get; } = typeof(Pulumi.Aws.Provider).Assembly.GetTypes()
        .Select(type => (type, token: type.GetCustomAttributes<ResourceTypeAttribute>().FirstOrDefault()?.Type))
        .Where(pair => pair.token is not null)
        .ToDictionary(pair => pair.token!, pair => pair.type);
}
