using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PrivacyPortal.Tests.Connectors;

/// <summary>A PostgreSQL server as it is met on a network: by TLS and password only.</summary>
internal sealed class PostgresTlsServer(string folder, int port) : IAsyncDisposable
{
    private const string Bin = "bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1); as=''; [ \"$(id -u)\" = 0 ] && { chown -R postgres \"$1\"; as='runuser -u postgres --'; }; cd \"$1\"; ";

    public int Port => port;

    /// <summary>The authority that vouches for it, as PEM.</summary>
    public string Certificate => folder + "/server.crt";

    public static async Task<PostgresTlsServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-pgtls-").FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(130));
        await File.WriteAllTextAsync(folder + "/server.crt", certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(folder + "/server.key", key.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(folder + "/server.key", UnixFileMode.UserRead);
        await File.WriteAllTextAsync(folder + "/hba", "local all all trust\nhostssl all all all scram-sha-256\n");
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await RunAsync(folder, Bin + """
            $as $bin/initdb -D "$1/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
            $as $bin/pg_ctl -D "$1/data" -l "$1/log" -w start -o "-k $1 -p $2 -c listen_addresses=localhost -c fsync=off -c ssl=on -c ssl_cert_file=$1/server.crt -c ssl_key_file=$1/server.key -c hba_file=$1/hba" >/dev/null
            $as $bin/psql -h "$1" -p "$2" -qc "CREATE ROLE clerk LOGIN PASSWORD 'right'" postgres
            """, port);
        return new PostgresTlsServer(folder, port);
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync(folder, Bin + "$as $bin/pg_ctl -D \"$1/data\" -m immediate stop >/dev/null", port);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(string folder, string script, int port)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-euc", script, "server", folder, port.ToString(CultureInfo.InvariantCulture)]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The server did not obey: see {folder}/log.");
    }
}
