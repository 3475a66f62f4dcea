using DrInfra.Policies.Aws.DataSync;
using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Rules.Access;

public sealed class DatasyncRoleCanCopy : RoleAccessRule
{
    // That nobody knows the role, or that the service may not assume it, is another rule's.
    private protected override IEnumerable<Reason> Lacks(Estate estate) =>
        from task in SyncTasks.Of(estate).All
        from end in new[] { task.Source, task.Destination }.OfType<SyncLocation>()
        where RoleUse.Of(estate, end.Node, SyncNeeds.RoleProperty, SyncNeeds.Services, SyncNeeds.SourceOf(end.Node)) is not { } use
            || RoleAccess.Refused(estate, use) is null
        from reason in SyncNeeds.Lacks(estate, task, end)
        select reason;
}
