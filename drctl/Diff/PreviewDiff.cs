using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>What the engine says that it will do, as changes.</summary>
public static class PreviewDiff
{
    public static StackDiff Of(Preview preview)
    {
        var builder = new ChangeBuilder(preview.Before, preview.After);
        var changes = preview.Steps.Select(step => Change(builder, step)).OfType<ResourceChange>().ToList();
        var stack = preview.After.Stack.Length > 0 ? preview.After.Stack : preview.Before.Stack;
        return new StackDiff(stack, [.. changes.OrderBy(change => change.Operation == Operation.Delete)]);
    }

    private static ResourceChange? Change(ChangeBuilder builder, PreviewStep step) => step switch
    {
        { Operation: PreviewOperation.Create, New: { } resource } => builder.Created(resource),
        { Operation: PreviewOperation.Import, New: { } resource } => builder.Created(resource, "exists already and is imported"),
        { Operation: PreviewOperation.Delete, Old: { } resource } => builder.Deleted(resource),
        { Operation: PreviewOperation.DeleteLeftover, Old: { } resource } => ChangeBuilder.LeftoverDeleted(resource),
        { Operation: PreviewOperation.Forget, Old: { External: false } resource } => builder.Deleted(resource, "leaves the stack, but AWS keeps it"),
        { Operation: PreviewOperation.Replace, Old: not null, New: { } resource } =>
            builder.Changed(PropertyChanges.AsItIs(step), resource, PropertyChanges.Of(step), Replaced(step)),
        { Operation: PreviewOperation.Replace, New: { } resource } => builder.Created(resource),
        { Operation: PreviewOperation.Replace, Old: { } resource } => builder.Deleted(resource),
        { Operation: PreviewOperation.Update, Old: not null, New: { } resource } =>
            builder.Changed(PropertyChanges.AsItIs(step), resource, PropertyChanges.Of(step), Replacement.None),
        // The engine does nothing in the cloud; the state's options may change.
        { Operation: PreviewOperation.Same, Old: { } old, New: { } resource } => builder.Changed(old, resource, [], Replacement.None),
        _ => null,
    };

    private static Replacement Replaced(PreviewStep step) => step.ReplaceReasons.Count > 0
        ? Replacement.Certain(step.ReplaceReasons)
        : new Replacement(Operation.Replace, "the engine creates a new one");
}
