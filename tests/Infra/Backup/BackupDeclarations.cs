using System.Collections.Immutable;
using DrInfra.Infra.Backup;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Backup;

/// <summary>The backup part of a pair, as its primary's stack declares it.</summary>
internal static class BackupDeclarations
{
    public const string Topic = "arn:aws:sns:eu-west-1:123456789012:drinfra-main-shared-alerts-eu-west-1";

    public static Task<Declarations> OfAsync(string? topic, params (string Key, string? Value)[] changes) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings(changes);
        _ = new CrossRegionBackup("backup", new CrossRegionBackupArgs(
            new BackupSide(
                new RegionContext(settings, StackRole.Primary),
                settings.PrimaryNetwork.Zones,
                Output.Create("arn:vault-key"),
                topic is null ? null : Output.Create(topic)),
            new BackupSide(new RegionContext(settings, StackRole.Standby), settings.StandbyNetwork.Zones, Output.Create("arn:standby-vault-key"), null),
            settings.Workloads,
            settings.RecoveryAccountId,
            settings.OwnsAccountDefaults));
    });

    /// <summary>An input that is a list of texts.</summary>
    public static IEnumerable<string> Texts(object? list) => Assert.IsType<ImmutableArray<object>>(list).Cast<string>();

    /// <summary>The Region of the provider that a resource was declared with.</summary>
    public static string RegionOf(Declaration declaration) =>
        declaration.Provider.Contains("::aws-eu-west-1::", StringComparison.Ordinal) ? "eu-west-1"
        : declaration.Provider.Contains("::aws-eu-central-1::", StringComparison.Ordinal) ? "eu-central-1"
        : throw new InvalidOperationException($"{declaration.Name} has the provider {declaration.Provider}");
}
