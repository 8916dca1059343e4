using System.Text.RegularExpressions;
using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace PrimeTask.Tests.Deployment;

/// <summary>The manifests for Kubernetes: each is read strictly, all fit one another, and the services they start are the real ones.</summary>
[Collection(nameof(PublishedManifest))]
public sealed partial class KubernetesTests(PrimeTaskApp app, PublishedManifest published)
{
    private static readonly string[] _services = ["migrations", "api", "worker", "web"];

    /// <summary>What the operator makes (docs/deployment.md), and what CloudNativePG makes.</summary>
    private static readonly string[] _secretKeys =
    [
        "primetask/jwt-signing-key", "primetask/admin-password", "primetask/database-api-password", "primetask/cache-password", "primetask/mail-password", "postgres-app/password", "postgres-ca/ca.crt",
    ];

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(KubernetesManifests.Folder, "*", SearchOption.AllDirectories)
        .Where(folder => File.Exists(Path.Combine(folder, "kustomization.yaml"))).Select(folder => Path.GetRelativePath(KubernetesManifests.Folder, folder))];

    public static TheoryData<string> Services => [.. _services];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Kustomization_NamesWhatIsThere_AndAllOfIt(string folder)
    {
        var path = Path.Combine(KubernetesManifests.Folder, folder);
        var kustomization = Yaml.Read(Path.Combine(path, "kustomization.yaml"));
        var named = List("resources").Select(resource => $"{resource}").Concat(List("patches").OfType<YamlMappingNode>().Where(patch => patch.Children.ContainsKey("path")).Select(patch => $"{patch["path"]}"))
            .ToArray();

        Assert.All(named, name => Assert.True(Path.Exists(Path.Combine(path, name)), $"{name} is not there."));
        Assert.Equal(
            Directory.GetFiles(path, "*.yaml").Select(Path.GetFileName).Where(name => name != "kustomization.yaml").Order(),
            named.Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)).Order());
        Assert.NotEmpty(KubernetesManifests.Typed(path));

        IEnumerable<YamlNode> List(string name) => kustomization.Children.TryGetValue(name, out var list) ? (YamlSequenceNode)list : [];
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Pod_RunsWithoutPrivileges(string name)
    {
        var (container, pod) = (Container(name), Pod(name));

        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.False(pod.AutomountServiceAccountToken);
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
        Assert.NotNull(container.Resources.Limits["memory"]);
        Assert.NotNull(container.Resources.Requests["cpu"]);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Pod_RefersToKeysThatThereAre(string name)
    {
        var settings = KubernetesManifests.One<V1ConfigMap>("settings").Data;
        foreach (var variable in Container(name).Env.Where(variable => variable.ValueFrom is not null))
        {
            if (variable.ValueFrom.SecretKeyRef is { } secret)
                Assert.Contains($"{secret.Name}/{secret.Key}", _secretKeys);
            else
                Assert.Contains(variable.ValueFrom.ConfigMapKeyRef.Key, settings.Keys);
        }

        foreach (var volume in Pod(name).Volumes.Where(volume => volume.Secret is not null))
            Assert.All(volume.Secret.Items, item => Assert.Contains($"{volume.Secret.SecretName}/{item.Key}", _secretKeys));
        Assert.Equal(Pod(name).Volumes.Select(volume => volume.Name).Order(), Container(name).VolumeMounts.Select(mount => mount.Name).Order());
    }

    /// <summary>With what the cluster would give it; <c>check</c> opens no connection.</summary>
    [Theory]
    [InlineData("migrations")]
    [InlineData("api")]
    [InlineData("worker")]
    public async Task Checklist_InThePodsEnvironment_IsAllRight(string name)
    {
        var (exitCode, output) = await LaunchedProcess.RunAsync([.. ServiceProcess.Api(), "check"], TimeSpan.FromMinutes(1), "", [.. EnvironmentOf(name).Append(("Jwt__SigningKey", ServiceProcess.SigningKey)).Append(("AllowedHosts", "api"))]);

        Assert.True(exitCode == 0, output);
        Assert.All(output.Trim().Split('\n'), line => Assert.StartsWith("ok ", line));
    }

    [Fact]
    public async Task Web_InItsPodsEnvironment_Starts()
    {
        var settings = EnvironmentOf("web").ToDictionary();
        settings["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        settings["Metrics__Port"] = "";
        settings["Logging__Format"] = "text";
        await using var web = await ServiceProcess.StartWebAsync([app.BaseAddress], settings.Select(setting => (setting.Key, setting.Value)));
        using var client = new HttpClient();

        // The name that the probes use.
        var address = new UriBuilder(web.Address) { Host = "localhost", Path = "health" }.Uri;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    /// <summary>The names of the settings are those that the app model publishes; where TLS is spoken, going without is not allowed.</summary>
    [Theory]
    [MemberData(nameof(Services))]
    public void Environment_HasTheModelsNames(string name)
    {
        var expected = published.Resources[name]!["env"]!.AsObject().Select(variable => variable.Key).Where(IsSetting).Except(["Database__AllowWithoutTls", "RateLimiting__Enabled"]);
        var actual = Container(name).Env.Select(variable => variable.Name).Where(IsSetting).Except(["Logging__Format", "Metrics__Port", "ConnectionStrings__primetask-session"]);

        Assert.Equal(expected.Order(), actual.Order());

        // What is all in upper case is no setting of ours.
        static bool IsSetting(string variable) => variable.Any(char.IsAsciiLetterLower);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Environment_HasSettingsThatTheReadmeKnows(string name)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var settings = Container(name).Env.Select(variable => variable.Name).Where(variable => variable.Contains("__", StringComparison.Ordinal) && !variable.StartsWith("services__", StringComparison.Ordinal));

        Assert.All(settings.Append("AllowedHosts"), setting => Assert.Contains($"`{setting.Replace("__", ":", StringComparison.Ordinal)}`", readme));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("web")]
    public void Ports_AreThoseTheProcessListensOn(string name)
    {
        var (container, environment) = (Container(name), EnvironmentOf(name).ToDictionary());
        var ports = container.Ports.ToDictionary(port => port.Name, port => port.ContainerPort);

        Assert.Equal(environment["ASPNETCORE_URLS"], $"http://*:{ports["http"]}");
        Assert.Equal(environment["Metrics__Port"], $"{ports["metrics"]}");
        Assert.All(KubernetesManifests.One<V1Service>(name).Spec.Ports, port =>
        {
            Assert.Contains((string)port.TargetPort, ports.Keys);
            Assert.Equal(ports[port.TargetPort], port.Port);
        });
    }

    [Theory]
    [InlineData("api")]
    [InlineData("web")]
    public async Task Probes_AskWhatTheServiceAnswers(string name)
    {
        using var client = new HttpClient { BaseAddress = app.App.GetEndpoint(name, "http") };
        var container = Container(name);
        foreach (var probe in new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe })
        {
            Assert.Equal("http", (string)probe.HttpGet.Port);
            using var request = new HttpRequestMessage(HttpMethod.Get, probe.HttpGet.Path);
            foreach (var header in probe.HttpGet.HttpHeaders)
                Assert.True(request.Headers.TryAddWithoutValidation(header.Name, header.Value));
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            // Whom the probe names is one whom the service answers.
            Assert.Contains(request.Headers.Host, EnvironmentOf(name).ToDictionary()["AllowedHosts"].Split(';'));
        }

        Assert.Equal("/health", container.ReadinessProbe.HttpGet.Path);
        // It is not killed for what is wrong elsewhere.
        Assert.Equal("/alive", container.LivenessProbe.HttpGet.Path);
    }

    [Fact]
    public void Selectors_FindPods()
    {
        var labels = _services.ToDictionary(name => name, name => Labels(name));
        Assert.All(KubernetesManifests.All<V1Service>(KubernetesManifests.Base), service => Assert.True(Matches(service.Spec.Selector, service.Name())));
        Assert.All(KubernetesManifests.All<V1PodDisruptionBudget>(KubernetesManifests.Base), budget => Assert.True(Matches(budget.Spec.Selector.MatchLabels, budget.Name())));
        Assert.All(KubernetesManifests.All<V1Deployment>(KubernetesManifests.Base), deployment =>
        {
            Assert.True(Matches(deployment.Spec.Selector.MatchLabels, deployment.Name()));
            Assert.All(deployment.Spec.Template.Spec.TopologySpreadConstraints ?? [], spread => Assert.True(Matches(spread.LabelSelector.MatchLabels, deployment.Name())));
        });
        // Policies also name the operator's and the chart's pods; of ours only those that there are.
        var selectors = KubernetesManifests.All<V1NetworkPolicy>(KubernetesManifests.Base, KubernetesManifests.Production).SelectMany(policy => (IEnumerable<V1LabelSelector?>)
        [
            policy.Spec.PodSelector,
            .. (policy.Spec.Ingress ?? []).SelectMany(rule => rule.FromProperty ?? []).Select(peer => peer.PodSelector),
            .. (policy.Spec.Egress ?? []).SelectMany(rule => rule.To ?? []).Select(peer => peer.PodSelector),
        ]).OfType<V1LabelSelector>().ToArray();
        const string Name = "app.kubernetes.io/name";
        var named = selectors.SelectMany(selector => (selector.MatchExpressions ?? []).Where(expression => expression.Key == Name).SelectMany(expression => expression.Values)
            .Concat((selector.MatchLabels ?? new Dictionary<string, string>()).Where(label => label.Key == Name).Select(label => label.Value)));
        Assert.Equal(_services.Order(), named.Distinct().Order());

        bool Matches(IDictionary<string, string> selector, string name) => selector.All(label => labels[name].TryGetValue(label.Key, out var value) && value == label.Value);
    }

    [Fact]
    public void References_LeadToWhatThereIs()
    {
        var backend = KubernetesManifests.One<V1Ingress>("web").Spec.Rules.Single().Http.Paths.Single().Backend.Service;
        Assert.Contains(backend.Port.Name, KubernetesManifests.One<V1Service>(backend.Name).Spec.Ports.Select(port => port.Name));
        Assert.Contains(KubernetesManifests.One<V1Ingress>("web").Spec.Rules.Single().Host, KubernetesManifests.One<V1ConfigMap>("settings").Data["hosts"].Split(';'));

        var called = new Uri(EnvironmentOf("web").ToDictionary()["services__api__http__0"]);
        Assert.Contains(called.Port, KubernetesManifests.One<V1Service>(called.Host).Spec.Ports.Select(port => port.Port));
        Assert.Contains(called.Host, EnvironmentOf("api").ToDictionary()["AllowedHosts"].Split(';'));

        var scalers = KubernetesManifests.All<V2HorizontalPodAutoscaler>(KubernetesManifests.Production);
        Assert.Equal(["api", "web"], scalers.Select(scaler => scaler.Spec.ScaleTargetRef.Name).Order());
        // Who is scaled has its number from the scaler: with one in the manifest, each "apply" would set it back.
        Assert.All(scalers, scaler => Assert.Null(KubernetesManifests.One<V1Deployment>(scaler.Spec.ScaleTargetRef.Name).Spec.Replicas));
    }

    [Fact]
    public void Monitors_AskServicesByTheNamesThatAlertsUse()
    {
        var monitors = KubernetesManifests.Documents(KubernetesManifests.Production).Select(found => found.Document).Where(document => $"{document["kind"]}" == "ServiceMonitor").ToArray();

        Assert.Equal(["api", "web", "worker"], monitors.Select(monitor => $"{monitor["metadata"]["name"]}").Order());
        Assert.All(monitors, monitor =>
        {
            var service = KubernetesManifests.One<V1Service>($"{monitor["metadata"]["name"]}");
            Assert.All((YamlMappingNode)monitor["spec"]["selector"]["matchLabels"], label => Assert.Equal($"{label.Value}", service.Labels()[$"{label.Key}"]));
            Assert.Contains($"{monitor["spec"]["endpoints"][0]["port"]}", service.Spec.Ports.Select(port => port.Name));
            // The label becomes the series' label "job".
            Assert.Equal(service.Name(), service.Labels()[$"{monitor["spec"]["jobLabel"]}"]);
        });
    }

    private static V1PodSpec Pod(string name) =>
        name == "migrations" ? KubernetesManifests.One<V1Job>(name).Spec.Template.Spec : KubernetesManifests.One<V1Deployment>(name).Spec.Template.Spec;

    private static V1Container Container(string name) => Pod(name).Containers.Single();

    private static IDictionary<string, string> Labels(string name) =>
        (name == "migrations" ? KubernetesManifests.One<V1Job>(name).Spec.Template : KubernetesManifests.One<V1Deployment>(name).Spec.Template).Metadata.Labels;

    /// <summary>A container's variables as the kubelet sets them, with secrets that nobody knows.</summary>
    private static IEnumerable<(string Name, string Value)> EnvironmentOf(string name)
    {
        var settings = KubernetesManifests.One<V1ConfigMap>("settings").Data;
        var known = new Dictionary<string, string>();
        foreach (var variable in Container(name).Env)
        {
            var value = variable.ValueFrom switch
            {
                null => Reference().Replace(variable.Value, reference => known[reference.Groups[1].Value]),
                { SecretKeyRef: not null } => "vK3-moss-9-tunnel-mR1vYw3Qd0pZk7Xc9Ls2Tn5Bh8Gf4JeU6aWiOq",
                { ConfigMapKeyRef: { } key } => settings[key.Key],
                _ => throw new NotSupportedException($"{variable.Name} comes from elsewhere."),
            };
            known.Add(variable.Name, value);
            yield return (variable.Name, value);
        }
    }

    [GeneratedRegex(@"\$\((\w+)\)")]
    private static partial Regex Reference();
}
