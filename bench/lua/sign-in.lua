-- Signs in with EMAIL and PASSWORD.
wrk.method, wrk.headers["Content-Type"] = "POST", "application/json"
wrk.body = string.format('{"email":"%s","password":"%s"}', os.getenv("EMAIL"), os.getenv("PASSWORD"))
request = function() return wrk.format(nil, "/api/v1/auth/login/") end
