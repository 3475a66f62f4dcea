using System.Net;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>The objects of one kind that an operator brings, in the namespace of a workload.</summary>
internal sealed class CustomResources(IKubernetes cluster, string workload, string group, string version, string plural)
{
    /// <summary>The objects; none where the cluster has no such kind: only who needs it brings the operator.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string? selector, CancellationToken stop)
    {
        try
        {
            var list = await cluster.CustomObjects.ListNamespacedCustomObjectAsync<JsonElement>(
                group, version, workload, plural, labelSelector: selector, cancellationToken: stop);
            return [.. list.GetProperty("items").EnumerateArray()];
        }
        catch (HttpOperationException fault) when (fault.Response.StatusCode == HttpStatusCode.NotFound)
        {
            return [];
        }
    }

    /// <summary>One merge patch. With a version of the object in it, it is refused if the object is another by now.</summary>
    public Task PatchAsync(string name, object change, CancellationToken stop) => cluster.CustomObjects.PatchNamespacedCustomObjectAsync(
        new V1Patch(change, V1Patch.PatchType.MergePatch), group, version, workload, plural, name, cancellationToken: stop);

    public Task CreateAsync(object body, CancellationToken stop) =>
        cluster.CustomObjects.CreateNamespacedCustomObjectAsync(body, group, version, workload, plural, cancellationToken: stop);

    public async Task DeleteAsync(string name, CancellationToken stop)
    {
        try
        {
            await cluster.CustomObjects.DeleteNamespacedCustomObjectAsync(group, version, workload, plural, name, cancellationToken: stop);
        }
        catch (HttpOperationException fault) when (fault.Response.StatusCode == HttpStatusCode.NotFound)
        {
            // Somebody else has deleted it.
        }
    }
}
