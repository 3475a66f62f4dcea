using System.Globalization;
using DrInfra.Drctl.Kubernetes;
using DrInfra.Drctl.Recording;
using DrInfra.Infra.Settings;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Rendering;

/// <summary>A preview for people.</summary>
public static class PreviewText
{
    /// <summary>Prints the stacks one after the other, then what they hold together.</summary>
    public static void Write(Screen screen, IReadOnlyList<StackPreviewResult> stacks)
    {
        foreach (var stack in stacks)
        {
            WriteHeader(screen, stack);
            WriteComponents(screen, stack);
            WriteObjects(screen, stack.Graph);
            WriteOutputs(screen, stack.Graph);
            WriteTotals(screen, stack);
            screen.Line();
        }

        WriteStores(screen, stacks);
        screen.Hanging(string.Empty, "Ids, ARNs and all other computed values are emulated, without a cloud account. "
            + "This preview does not check permissions, quotas, capacity, prices or whether a name is available, and does not show deployed resources.");
    }

    private static void WriteHeader(Screen screen, StackPreviewResult stack)
    {
        var settings = stack.Settings;
        var (primary, standby) = (settings.Regions.Primary, settings.Regions.Standby);
        screen.Hanging($"Stack {stack.Graph.Stack}", $": {Word(settings.Role)} of pair {settings.Pair}", firstTone: Tone.Bold);
        var witness = settings.WitnessRegion is { } region ? $", {region} (witness)" : string.Empty;
        screen.Field("Regions", $"{primary} (primary), {standby} (standby){witness}");
        screen.Field("Environment", $"{settings.Environment}, account {settings.AccountId}");
        screen.Field("Sizing", Word(settings.Sizing));
        screen.Field("Activation", Word(settings.Activation));
        if (settings.Failover == FailoverState.InProgress)
        {
            screen.Field("Failover", "in progress");
        }

        foreach (var notice in settings.Notices)
        {
            screen.Field("Note", notice);
        }

        if (stack.Graph.EmulatedIdentities is { Count: > 0 } invented)
        {
            screen.Field("Note", IdentityText.Emulated(invented));
        }

        screen.Line();
    }

    private static void WriteComponents(Screen screen, StackPreviewResult stack)
    {
        var columns = new Columns("  ", "Component", "Resources", "Protected", "Regions").Right(1, 2);
        var order = new RegionOrder(stack.Settings.Regions);
        var regions = new ResourceRegions(stack.Graph);
        var root = ComponentNode.Of(stack.Graph);
        foreach (var component in root.Children)
        {
            AddTree(columns, component, regions, order);
        }

        if (root.Types.Count > 0)
        {
            AddRow(columns, "(in no component)", root with { Children = [] }, regions, order);
            columns.AddDetail("      ", Contents(root));
        }

        columns.Write(screen);
        screen.Line();
    }

    private static void AddTree(Columns columns, ComponentNode node, ResourceRegions regions, RegionOrder order)
    {
        var indent = new string(' ', node.Depth * 2);
        AddRow(columns, indent + node.Component!.Name, node, regions, order);
        var contents = Contents(node);
        columns.AddDetail($"      {indent}", TypeNames.Short(node.Component.Type) + (contents.Length == 0 ? string.Empty : $": {contents}"));
        foreach (var child in node.Children)
        {
            AddTree(columns, child, regions, order);
        }
    }

    private static void AddRow(Columns columns, string name, ComponentNode node, ResourceRegions regions, RegionOrder order)
    {
        var all = node.Resources.ToList();
        columns.Add(name, Number(all.Count), Number(all.Count(resource => resource.Protect)), order.Text(all.Select(regions.Of).OfType<string>()));
    }

    /// <summary>What stands directly in a component: "s3 Bucket, BucketPolicy; 2 x iam Role".</summary>
    private static string Contents(ComponentNode node) => string.Join("; ", node.Types
        .Select(type => (Name: TypeNames.Short(type.Key), Count: type.Count()))
        .GroupBy(type => type.Name.Split(' ')[0])
        .Select(service => string.Join(", ", service.Select((type, index) =>
            Counted(type.Count) + (index == 0 ? type.Name : type.Name[(service.Key.Length + 1)..])))));

    private static string Counted(int count) => count == 1 ? string.Empty : $"{Number(count)}{Screen.NoBreak}x{Screen.NoBreak}";

    private static void WriteObjects(Screen screen, ResourceGraph graph)
    {
        var clusters = new KubernetesClusters(graph);
        var objects = graph.Resources
            .Where(resource => resource.Custom && KubernetesType.Of(resource.Type) is { IsObject: true })
            .GroupBy(clusters.Of)
            .OrderBy(cluster => cluster.Key?.Name, StringComparer.Ordinal)
            .ToList();
        if (objects.Count == 0)
        {
            return;
        }

        var columns = new Columns("  ", "Namespace", "Objects", "Kinds").Right(1);
        foreach (var cluster in objects)
        {
            columns.AddDetail("  ", cluster.Key is null ? "Kubernetes cluster of the default provider"
                : $"Kubernetes cluster {cluster.Key.Name}" + (cluster.Key.Region is { } region ? $" in {region}" : string.Empty));
            foreach (var space in cluster.GroupBy(NamespaceOf).OrderBy(space => space.Key, StringComparer.Ordinal))
            {
                var kinds = space.GroupBy(resource => KubernetesType.Of(resource.Type)!.Shown).OrderBy(kind => kind.Key, StringComparer.Ordinal);
                columns.Add(
                    $"  {space.Key ?? "(cluster-wide)"}", Number(space.Count()), string.Join(", ", kinds.Select(kind => Counted(kind.Count()) + kind.Key)));
            }
        }

        columns.Write(screen);
        screen.Line();
    }

    /// <summary>Null for what is in no namespace.</summary>
    private static string? NamespaceOf(GraphResource resource) =>
        ((resource.Outputs["metadata"] as MapValue)?["namespace"]?.Unwrapped as TextValue)?.Value;

    private static void WriteOutputs(Screen screen, ResourceGraph graph)
    {
        var stack = graph.Resources.FirstOrDefault(resource => resource.Type == ResourceUrn.StackType);
        if (stack is null || stack.Outputs.Count == 0)
        {
            return;
        }

        var width = stack.Outputs.Keys.Max(name => name.Length) + 2;
        screen.Line("  Outputs", Tone.Bold);
        foreach (var (name, value) in stack.Outputs)
        {
            var label = name;
            foreach (var (path, leaf) in Leaves(string.Empty, value))
            {
                var start = $"  {label.PadRight(width)}";
                var key = path.Length == 0 ? string.Empty : $"{path}: ";
                screen.Hanging(start, key + Cut(PropertyText.Of(leaf), screen.Width - start.Length - key.Length));
                label = string.Empty;
            }
        }

        screen.Line();
    }

    private static IEnumerable<(string Path, PropertyValue Value)> Leaves(string path, PropertyValue value) => value is MapValue { Count: > 0 } map
        ? map.SelectMany(member => Leaves(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value))
        : [(path, value)];

    private static void WriteTotals(Screen screen, StackPreviewResult stack)
    {
        var resources = stack.Graph.Resources.Where(resource => resource.Custom).ToList();
        var components = stack.Graph.Resources.Count(resource => !resource.Custom && resource.Type != ResourceUrn.StackType);
        var regions = new ResourceRegions(stack.Graph);
        var order = new RegionOrder(stack.Settings.Regions);
        var perRegion = resources
            .GroupBy(resource => regions.Of(resource) ?? "in no Region")
            .OrderBy(group => group.Key, order)
            .Select(group => $"{group.Key} {Number(group.Count())}");
        screen.Hanging("  ", $"Total: {Number(resources.Count)} resources in {Number(components)} components, "
            + $"{Number(resources.Count(resource => resource.Protect))} protected; {string.Join(", ", perRegion)}.");
        if (stack.NotEmulated.Count > 0)
        {
            screen.Hanging("  ", $"Not emulated (an id, but no computed values): {string.Join(", ", stack.NotEmulated)}.");
        }
    }

    private static void WriteStores(Screen screen, IReadOnlyList<StackPreviewResult> stacks)
    {
        var stores = StoreSummaries.Of([.. stacks.Select(stack => stack.Graph)]);
        if (stores.Count == 0)
        {
            return;
        }

        var order = new RegionOrder(stacks[0].Settings.Regions);
        screen.Hanging("Workloads ", $"and their data, in {string.Join(" and ", stacks.Select(stack => stack.Graph.Stack))}", firstTone: Tone.Bold);
        var columns = new Columns("  ", "Store", "Kind", "Copies", "Regions").Right(2);
        foreach (var workload in stores.GroupBy(store => store.Workload))
        {
            columns.AddDetail("  ", $"{workload.Key}: {workload.First().Tier}, owned by {workload.First().Owner}");
            foreach (var store in workload)
            {
                var note = store.Note is null ? string.Empty : $"; {store.Note}";
                columns.Add($"  {store.Store}", store.Kind, Number(store.Copies.Count), order.Text(store.Copies) + note);
            }
        }

        columns.Write(screen);
        screen.Line();
    }

    /// <summary>A text that wraps between words is shown whole; one that cannot is cut.</summary>
    private static string Cut(string text, int width)
    {
        if (text.Length <= width || text.Length <= Screen.RedirectedWidth / 2 + 10)
        {
            return text;
        }

        var note = string.Create(CultureInfo.InvariantCulture, $"... ({text.Length} characters)");
        return text[..Math.Max(width - note.Length, 10)].TrimEnd() + note;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
