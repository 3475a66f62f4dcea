using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Mq;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ReplicaIsUsable : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        return Clusters(estate)
            .Concat(estate.OfType(RdsTypes.Instance).SelectMany(instance => InstanceReplica.Refusals(estate, instance)))
            .Concat(
                estate.OfType(RdsTypes.InstanceAutomatedBackupsReplication).Select(replication => AutomatedBackups.Refusal(estate, replication))
                    .OfType<Reason>())
            .Concat(GlobalTables.AllIn(estate).SelectMany(tables => tables.Places.SelectMany(tables.Refusals)))
            .Concat(FileReplication.AllIn(estate).Select(replication => replication.Unmountable(estate)).OfType<Reason>())
            .Concat(Brokers(estate))
            .Select(Finding.Of);
    }

    private static IEnumerable<Reason> Brokers(Estate estate) =>
        from broker in estate.OfType(MqTypes.Broker)
        let primary = new MessageBroker(broker).Primary(estate).Target
        where primary is not null
        let refusal = new MessageBroker(broker).Refusal(primary)
        where refusal is not null
        select refusal;

    // What a global database's members differ in, and the password, have rules of their own.
    private static IEnumerable<Reason> Clusters(Estate estate) =>
        from family in ClusterFamily.All
        from copies in ClusterCopies.AllIn(estate, family, cluster => !ClusterInstances.AreMadeByRds(cluster))
        from member in copies.Members
        from reason in copies.Refusals(estate, member)
        where reason.Property is "databaseName" or "masterUsername" || reason.Property == family.KeyProperty
            || (copies.Global is null && reason.Property is "engine" or "engineVersion" or "storageEncrypted" or "masterPassword" or "masterPasswordWo")
            || (family != ClusterFamily.Aurora && reason.Property == "storageEncrypted")
        select reason;
}
