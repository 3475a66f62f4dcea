using DrInfra.Policies.Assessment;
using DrInfra.Policies.Kubernetes;
using DrInfra.Policies.Kubernetes.Volumes;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Rules.Containers;

public sealed class StatefulPodsAreBackedUp : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) => recovery.Stores
        .Where(store => store.Node.Type == VolumeTypes.Claim || Pods.StatefulSets.Contains(store.Node.Type))
        .Select(store => Judge(context.Estate, store)).OfType<Finding>();

    // What outlives wrong data is a backup: the volume itself does not.
    private static Finding? Judge(Estate estate, Store store)
    {
        Derivation[] backups = [.. store.Copies.Select(copy => copy.Uses.GetValueOrDefault(Disruption.Corruption)?.Staleness).OfType<Derivation>()];
        return Array.Exists(backups, backup => !backup.Figure.IsUnknown) ? null
            : backups.Length == 0
                ? Finding.OfStore(store, Disruption.Corruption, "no backup plan, snapshot policy or Velero schedule backs its volumes up")
            : backups.SelectMany(backup => backup.Sources).FirstOrDefault(source => source.Kind == SourceKind.Property) is { } open
                ? Finding.Unknown(estate.Find(open.Urn) ?? store.Node, open.Reference)
                : Finding.Unknown(store.Node, "spec");
    }
}
